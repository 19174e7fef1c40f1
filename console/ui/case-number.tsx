import { Link } from 'react-router';
import { paths } from '../paths.ts';

/** The code of the body that decides comes first; a narrow column breaks the number behind it. */
const bodyLength = 18;

/** A case number that leads to its case. */
export function CaseNumber({ caseId, caseNo }: { caseId: string; caseNo: string }) {
  return (
    <Link className="number" to={paths.oneCase(caseId)}>
      {caseNo.slice(0, bodyLength)}
      <wbr />
      {caseNo.slice(bodyLength)}
    </Link>
  );
}
