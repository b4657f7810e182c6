/** Comes without types; only tests use it, to make a certificate of their own. */
declare module 'node-forge' {
  const forge: any;
  export default forge;
}
