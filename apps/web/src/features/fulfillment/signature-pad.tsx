import { Button } from '@lienket/ui';
import { useEffect, useRef, type PointerEvent } from 'react';
import { useText } from '../../shared/i18n/use-text';
import { claims } from '../../shared/messages/vi/claims';
import s from './fulfillment.module.css';

interface SignaturePadProps {
  id: string;
  /** A PNG after each stroke; null when it was wiped. */
  onSigned: (picture: File | null) => void;
}

/** A frame to sign in with a finger, a pen or a mouse. Dark on white whatever the theme: it goes on paper. */
export function SignaturePad({ id, onSigned }: SignaturePadProps) {
  const t = useText(claims);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef(false);
  const wipe = () => {
    const sheet = canvas.current!;
    const pen = sheet.getContext('2d');
    if (!pen) return;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, sheet.width, sheet.height);
  };
  useEffect(() => {
    const sheet = canvas.current!;
    const { width, height } = sheet.getBoundingClientRect();
    const scale = Math.min(2, window.devicePixelRatio || 1);
    sheet.width = Math.max(1, Math.round(width * scale));
    sheet.height = Math.max(1, Math.round(height * scale));
    wipe();
  }, []);
  const at = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const sheet = canvas.current!;
    const box = sheet.getBoundingClientRect();
    return [((event.clientX - box.left) * sheet.width) / box.width, ((event.clientY - box.top) * sheet.height) / box.height];
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = canvas.current!.getContext('2d');
    if (!pen) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    pen.strokeStyle = '#14211a';
    pen.lineWidth = Math.max(2, canvas.current!.width / 250);
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    pen.beginPath();
    pen.moveTo(...at(event));
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!drawing.current) return;
    const pen = canvas.current!.getContext('2d')!;
    pen.lineTo(...at(event));
    pen.stroke();
  };
  const end = () => {
    if (!drawing.current) return;
    drawing.current = false;
    canvas.current!.toBlob((blob) => {
      if (blob) onSigned(new File([blob], 'chu-ky.png', { type: 'image/png' }));
    }, 'image/png');
  };
  return (
    <>
      <canvas
        ref={canvas}
        id={id}
        className={s.signature}
        tabIndex={-1}
        role="img"
        aria-label={t('proof.signHint')}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <Button
        size="small"
        variant="quiet"
        onClick={() => {
          wipe();
          onSigned(null);
        }}
      >
        {t('proof.clear')}
      </Button>
    </>
  );
}
