import { constants, createHash, createPublicKey, verify } from 'node:crypto';
import { fromBER, type OctetString } from 'asn1js';
import { Certificate, ContentInfo, SignedData, type SignerInfo } from 'pkijs';

/** What a signature in a PDF says of itself; nothing here vouches for the signer or the issuer. */
export interface PdfSignature {
  readonly signerName: string | null;
  readonly issuerName: string | null;
  /** As the signer's own clock said. */
  readonly signedAt: Date | null;
  readonly certificateFrom: Date | null;
  readonly certificateTo: Date | null;
  /** The certificate was valid on the stated day; null when either is unknown. */
  readonly certificateValidThen: boolean | null;
  /** The signed bytes are the whole file but the signature itself. */
  readonly coversWholeFile: boolean;
  /** The signed bytes are those in the file: digest and signature agree with the certificate inside. */
  readonly intact: boolean;
  /** The signed file begins with the document given to sign, byte for byte. */
  readonly startsWithOurs: boolean;
}

const RANGE = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;
const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const RSA_PSS = '1.2.840.113549.1.1.10';
const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** More than any contract needs; a hostile file must not keep the server busy. */
const MOST_SIGNATURES = 10;

type Name = Certificate['subject'];
const nameIn = (name: Name): string | null => {
  const of = (type: string) => name.typesAndValues.find((one) => one.type === type)?.value.valueBlock.value as string | undefined;
  return of(COMMON_NAME) ?? of(ORGANIZATION) ?? null;
};

/** Every signature of a PDF, described; empty for a file without one. `ours` is the document that was given to be signed. */
export function inspectPdfSignatures(pdf: Buffer, ours: { readonly sha256: string; readonly length: number }): PdfSignature[] {
  const ranges = [...pdf.toString('latin1').matchAll(RANGE)].slice(0, MOST_SIGNATURES);
  const startsWithOurs =
    pdf.length >= ours.length && createHash('sha256').update(pdf.subarray(0, ours.length)).digest('hex') === ours.sha256;
  const found: PdfSignature[] = [];
  for (const range of ranges) {
    const [from, length, next, rest] = range.slice(1, 5).map(Number) as [number, number, number, number];
    const sound = from === 0 && length < next && next + rest <= pdf.length;
    if (!sound) continue;
    const signed = Buffer.concat([pdf.subarray(0, length), pdf.subarray(next, next + rest)]);
    const envelope = Buffer.from(
      pdf
        .subarray(length + 1, next - 1)
        .toString('latin1')
        .replace(/[^0-9a-f]/gi, ''),
      'hex',
    );
    const said = describe(envelope, signed);
    found.push({
      ...said,
      coversWholeFile: next + rest === pdf.length,
      startsWithOurs: startsWithOurs && ours.length <= length,
    });
  }
  return found;
}

type Said = Omit<PdfSignature, 'coversWholeFile' | 'startsWithOurs'>;
const UNREADABLE: Said = {
  signerName: null,
  issuerName: null,
  signedAt: null,
  certificateFrom: null,
  certificateTo: null,
  certificateValidThen: null,
  intact: false,
};

function describe(envelope: Buffer, signed: Buffer): Said {
  try {
    // The place kept for the signature is larger than the signature: what follows it is padding.
    const parsed = fromBER(new Uint8Array(envelope));
    if (parsed.offset === -1) return UNREADABLE;
    const cms = new SignedData({ schema: new ContentInfo({ schema: parsed.result }).content });
    const [signer] = cms.signerInfos;
    const certificates = (cms.certificates ?? []).filter((one): one is Certificate => one instanceof Certificate);
    const own = certificates.find((one) => one.serialNumber.isEqual(signer?.sid.serialNumber)) ?? certificates[0];
    const stated = signer?.signedAttrs?.attributes.find(({ type }) => type === SIGNING_TIME)?.values[0] as
      { toDate(): Date } | undefined;
    const signedAt = stated?.toDate() ?? null;
    const [certificateFrom, certificateTo] = [own?.notBefore.value ?? null, own?.notAfter.value ?? null];
    return {
      signerName: own ? nameIn(own.subject) : null,
      issuerName: own ? nameIn(own.issuer) : null,
      signedAt,
      certificateFrom,
      certificateTo,
      certificateValidThen:
        signedAt && certificateFrom && certificateTo ? signedAt >= certificateFrom && signedAt <= certificateTo : null,
      intact: signer !== undefined && own !== undefined && holds(signer, own, signed),
    };
  } catch {
    return UNREADABLE;
  }
}

/** RFC 5652, 5.4: the digest of the content stands among the signed attributes, and those are what the key signed. SHA-1 holds nothing. */
function holds(signer: SignerInfo, certificate: Certificate, signed: Buffer): boolean {
  const hash = HASHES[signer.digestAlgorithm.algorithmId];
  const attributes = signer.signedAttrs;
  if (!hash || !attributes) return false;
  const stated = attributes.attributes.find(({ type }) => type === MESSAGE_DIGEST)?.values[0] as OctetString | undefined;
  const digest = createHash(hash).update(signed).digest();
  if (!stated || !digest.equals(Buffer.from(stated.valueBlock.valueHexView))) return false;
  const key = createPublicKey({
    key: Buffer.from(certificate.subjectPublicKeyInfo.toSchema().toBER()),
    format: 'der',
    type: 'spki',
  });
  const pss = signer.signatureAlgorithm.algorithmId === RSA_PSS;
  return verify(
    hash,
    Buffer.from(attributes.encodedValue),
    pss ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : key,
    Buffer.from(signer.signature.valueBlock.valueHexView),
  );
}
