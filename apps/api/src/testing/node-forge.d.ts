/** Comes without types; only tests use it, to make a certificate of their own. */
declare module 'node-forge' {
  interface Certificate {
    publicKey: unknown;
    serialNumber: string;
    validity: { notBefore: Date; notAfter: Date };
    setSubject(attributes: unknown[]): void;
    setIssuer(attributes: unknown[]): void;
    sign(privateKey: unknown, digest: unknown): void;
  }
  const forge: {
    pki: {
      rsa: { generateKeyPair(bits: number): { publicKey: unknown; privateKey: unknown } };
      createCertificate(): Certificate;
    };
    md: { sha256: { create(): unknown } };
    asn1: { Type: { UTF8: number }; toDer(asn1: unknown): { getBytes(): string } };
    pkcs12: { toPkcs12Asn1(key: unknown, certificates: Certificate[], passphrase: string, options: object): unknown };
  };
  export default forge;
}
