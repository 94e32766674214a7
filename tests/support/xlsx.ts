import { strToU8, zipSync } from 'fflate';

/** A cell of a made workbook: text, Excel's number of a day, or XML as it is. */
export type MadeCell = string | { day: number } | { xml: string } | null;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook with these worksheets. `more` adds parts, or changes them. */
export function workbook(
  sheets: Record<string, MadeCell[][]>,
  { properties = '', more = {} }: { properties?: string; more?: Record<string, Uint8Array> } = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(`${HEAD}<Types xmlns="${PACKAGE}/content-types"/>`),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': strToU8(
      `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets>${names
        .map(
          (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations([
      ...names.map((_, index): [string, string] => [
        'worksheet',
        `worksheets/sheet${index + 1}.xml`,
      ]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': strToU8(
      `${HEAD}<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
  };
  for (const [index, name] of names.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = worksheet(sheets[name] ?? []);
  }
  return zipSync({ ...parts, ...more });
}

function relations(targets: [string, string][]): Uint8Array {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return strToU8(
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`,
  );
}

function worksheet(rows: MadeCell[][]): Uint8Array {
  const xml = rows.map((cells, row) => {
    const made = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`));
    return `<row r="${row + 1}">${made.join('')}</row>`;
  });
  return strToU8(`${HEAD}<worksheet ${MAIN}><sheetData>${xml.join('')}</sheetData></worksheet>`);
}

function cellXml(cell: MadeCell, address: string): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') {
    if ('day' in cell) return `<c r="${address}" s="1"><v>${cell.day}</v></c>`;
    return cell.xml.replaceAll('ADDRESS', address);
  }
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** 0 is A, 26 is AA. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
