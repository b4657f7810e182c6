import { useText } from '../shared/i18n/use-text';

/** Two links closed into one: the cooperative and the buyer. */
export function Brand() {
  const t = useText();
  return (
    <>
      <svg
        viewBox="0 0 28 28"
        width="26"
        height="26"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path
          d="m11 18-2.600 2.600a3.700 3.700 0 0 1-5.200-5.200l4.600-4.600a3.700 3.700 0 0 1 5.200 0"
          transform="translate(1.500 -1)"
        />
        <path
          d="m17 10 2.600-2.600a3.700 3.700 0 0 1 5.200 5.200l-4.600 4.600a3.700 3.700 0 0 1-5.200 0"
          transform="translate(-1.500 1)"
        />
      </svg>
      <span>{t('brand')}</span>
    </>
  );
}
