/** Signs that a file is known by are text of one byte each, or bytes. */
type Sign = string | readonly number[];

function bytesOf(sign: Sign): Buffer {
  return typeof sign === 'string' ? Buffer.from(sign, 'latin1') : Buffer.from(sign);
}

/** The same bytes, with Node's ways of looking for something in them. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function isAt(bytes: Uint8Array, at: number, sign: Sign): boolean {
  const wanted = bytesOf(sign);
  return bufferOf(bytes)
    .subarray(at, at + wanted.length)
    .equals(wanted);
}

export function has(bytes: Uint8Array, sign: Sign): boolean {
  return bufferOf(bytes).includes(bytesOf(sign));
}

/** As text of one byte each. */
export function textAt(bytes: Uint8Array, at: number, length: number): string {
  return bufferOf(bytes)
    .subarray(at, at + length)
    .toString('latin1');
}
