/** A leaf of a calendar with a tick that grows out of it: our own mark. */
function Logo({ size = 34 }: { size?: number }) {
  return (
    <svg
      className="mark"
      viewBox="0 0 34 34"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path
        className="mark__leaf"
        d="M7 6h4V2.5a1.5 1.5 0 0 1 3 0V6h6V2.5a1.5 1.5 0 0 1 3 0V6h.5l-2.6 3H7a2 2 0 0 0-2 2v15a2 2 0 0 0 2 2h18a2 2 0 0 0 2-2V18l3-3.4V26a5 5 0 0 1-5 5H7a5 5 0 0 1-5-5V11a5 5 0 0 1 5-5z"
      />
      <path className="mark__tick" d="M31.6 5.2 16.4 23.6 9.2 17l2.6-3 4.2 3.8L28.4 2.6z" />
    </svg>
  );
}

/** The mark and the name. */
export function Wordmark() {
  return (
    <>
      <Logo />
      <span className="wordmark">InDate</span>
    </>
  );
}
