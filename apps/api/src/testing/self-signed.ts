import forge from 'node-forge';

/** A key and a certificate of our own under the passphrase "x", as a signing stick would carry them. */
export function selfSignedP12(name: string, from = new Date('2020-01-01'), to = new Date('2040-01-01')): Buffer {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const cert = forge.pki.createCertificate();
  cert.publicKey = keys.publicKey;
  cert.serialNumber = '0a1b';
  cert.validity.notBefore = from;
  cert.validity.notAfter = to;
  const named = (value: string) => [{ name: 'commonName', value, valueTagClass: forge.asn1.Type.UTF8 }];
  cert.setSubject(named(name));
  cert.setIssuer(named('CA thử nghiệm'));
  cert.sign(keys.privateKey, forge.md.sha256.create());
  const asn1 = forge.pkcs12.toPkcs12Asn1(keys.privateKey, [cert], 'x', { algorithm: '3des' });
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
}
