import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { shortCaseNo } from '../../domain/words/case-number.ts';
import { paths } from '../paths.ts';

/** Day and serial of a case number, which is read aloud, hovered over and copied whole. */
export function ShortNumber({ caseNo }: { caseNo: string }) {
  return (
    <Whole caseNo={caseNo}>
      <span className="hidden-text">{headOf(caseNo)}</span>
      {shortCaseNo(caseNo)}
    </Whole>
  );
}

/** A case number that leads to its case. What is not shown stands before the link: inside it, it would be what is clicked. */
export function CaseNumber({ caseId, caseNo }: { caseId: string; caseNo: string }) {
  return (
    <Whole caseNo={caseNo}>
      <span aria-hidden className="hidden-text">
        {headOf(caseNo)}
      </span>
      <Link to={paths.oneCase(caseId)} aria-label={caseNo}>
        {shortCaseNo(caseNo)}
      </Link>
    </Whole>
  );
}

function Whole({ caseNo, children }: { caseNo: string; children: ReactNode }) {
  return (
    <span
      className="number"
      title={caseNo}
      onCopy={(event) => {
        event.clipboardData.setData('text/plain', caseNo);
        event.preventDefault();
      }}
    >
      {children}
    </span>
  );
}

function headOf(caseNo: string): string {
  return caseNo.slice(0, caseNo.length - shortCaseNo(caseNo).length);
}
