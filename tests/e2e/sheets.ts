import { inflateSync } from 'node:zlib';

/** How many sheets a PDF has, and whether all are A4 upright, which is 595 by 842 points. */
export function sheetsOf(pdf: Buffer): { count: number; isA4: boolean } {
  const text = readablePartsOf(pdf);
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  const isNear = (points: string | undefined, wanted: number) =>
    Math.abs(Number(points) - wanted) < 2;
  return {
    count: (text.match(/\/Type\s*\/Page\b/g) ?? []).length,
    isA4: boxes.every(([, wide, high]) => isNear(wide, 595) && isNear(high, 842)),
  };
}

/** A PDF as text, its packed object streams unpacked. */
function readablePartsOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  return text.replace(/\/ObjStm[\s\S]*?stream\r?\n([\s\S]*?)\r?\nendstream/g, (_, packed) =>
    inflateSync(Buffer.from(packed, 'latin1')).toString('latin1'),
  );
}
