import { Link } from 'react-router';
import { shortCaseNo } from '../../domain/words/case-number.ts';
import { paths } from '../paths.ts';

/** Day and serial of a case number, which is read aloud, hovered over and copied whole. */
export function ShortNumber({ caseNo }: { caseNo: string }) {
  const short = shortCaseNo(caseNo);
  return (
    <span
      className="number"
      title={caseNo}
      onCopy={(event) => {
        event.clipboardData.setData('text/plain', caseNo);
        event.preventDefault();
      }}
    >
      <span className="hidden-text">{caseNo.slice(0, caseNo.length - short.length)}</span>
      {short}
    </span>
  );
}

/** A case number that leads to its case; read aloud in one piece, as its hidden part is a block of its own. */
export function CaseNumber({ caseId, caseNo }: { caseId: string; caseNo: string }) {
  return (
    <Link to={paths.oneCase(caseId)} aria-label={caseNo}>
      <ShortNumber caseNo={caseNo} />
    </Link>
  );
}
