import { QrCode } from './qr-code.tsx';

export type CertificateShown = {
  /** As it was on the day. */
  personName: string;
  quizTitle: string;
  schoolName: string;
  score: string;
  passedOn: string;
  /** Null where the pass was withdrawn. */
  validTo: string | null;
  code: string;
  /** The address where a code is looked up; the code goes behind it. */
  lookUpAt: string;
};

/** What is printed for a pass, on one sheet. */
export function Certificate({ certificate }: { certificate: CertificateShown }) {
  const { personName, quizTitle, schoolName, score, passedOn, validTo, code, lookUpAt } =
    certificate;
  return (
    <article className="certificate" aria-label={`Certificate: ${quizTitle}`}>
      <p className="certificate__school">{schoolName}</p>
      <p className="certificate__lead">This is to certify that</p>
      <p className="certificate__name">{personName}</p>
      <p className="certificate__lead">passed the quiz</p>
      <p className="certificate__quiz">{quizTitle}</p>
      <dl className="certificate__facts">
        <Fact name="Passed on" value={passedOn} />
        <Fact name="Score" value={score} />
        {validTo === null ? null : <Fact name="Valid to" value={validTo} />}
      </dl>
      <div className="certificate__check">
        <QrCode text={`${lookUpAt}/${code}`} label={`QR code that leads to ${lookUpAt}/${code}`} />
        <div>
          <p className="certificate__code">{code}</p>
          <p className="certificate__where">
            Look the code up at <span className="certificate__address">{lookUpAt}</span> to see
            whether this certificate is valid.
          </p>
        </div>
      </div>
    </article>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="certificate__fact">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
