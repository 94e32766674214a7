type PaginationProps = {
  page: number;
  pages: number;
  /** The address of a page; everything else in the address is kept. */
  hrefOf: (page: number) => string;
  /** What is paged: "People". */
  label: string;
};

/** Pages as links, all in the address. Nothing where there is one page. */
export function Pagination({ page, pages, hrefOf, label }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav className="govuk-pagination" aria-label={`Pages: ${label}`}>
      {page > 1 ? (
        <div className="govuk-pagination__prev">
          <a className="govuk-link govuk-pagination__link" href={hrefOf(page - 1)} rel="prev">
            ← Previous<span className="govuk-visually-hidden"> page</span>
          </a>
        </div>
      ) : null}
      <ul className="govuk-pagination__list">
        {stepsShown(page, pages).map((step) => (
          <Step key={step.page} {...step} isCurrent={step.page === page} href={hrefOf(step.page)} />
        ))}
      </ul>
      {page < pages ? (
        <div className="govuk-pagination__next">
          <a className="govuk-link govuk-pagination__link" href={hrefOf(page + 1)} rel="next">
            Next<span className="govuk-visually-hidden"> page</span> →
          </a>
        </div>
      ) : null}
    </nav>
  );
}

type StepProps = { page: number; isAfterGap: boolean; isCurrent: boolean; href: string };

function Step({ page, isAfterGap, isCurrent, href }: StepProps) {
  const current = isCurrent ? ' govuk-pagination__item--current' : '';
  return (
    <>
      {isAfterGap ? (
        <li className="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
      ) : null}
      <li className={`govuk-pagination__item${current}`}>
        <a
          className="govuk-link govuk-pagination__link"
          href={href}
          aria-label={`Page ${page}`}
          aria-current={isCurrent ? 'page' : undefined}
        >
          {page}
        </a>
      </li>
    </>
  );
}

/** First, last and the neighbours of the page that is open. */
function stepsShown(page: number, pages: number): { page: number; isAfterGap: boolean }[] {
  const near = new Set([1, page - 1, page, page + 1, pages]);
  const shown = [...near].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b);
  return shown.map((n, index) => ({ page: n, isAfterGap: n - (shown[index - 1] ?? 0) > 1 }));
}
