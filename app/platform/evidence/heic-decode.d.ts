/** The package says nothing of its types. */
declare module 'heic-decode' {
  type Pixels = { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> };
  type Picture = { width: number; height: number; decode: () => Promise<Pixels> };
  const decode: {
    all: (given: { buffer: Uint8Array }) => Promise<Picture[] & { dispose: () => void }>;
  };
  export default decode;
}
