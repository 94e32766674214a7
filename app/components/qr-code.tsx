import { encode } from 'uqr';

/** White modules round the code, without which it is not read. */
const QUIET = 4;

/** A text as a QR code, drawn as one path, so that it prints as sharp as the printer can. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={modulesOf(data)} fill="#000" />
    </svg>
  );
}

/** A square for each dark module. */
function modulesOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
}
