import { createBusinessTime } from '../business-time.ts';
import { createDefinitions } from '../definitions.ts';
import type { AppDeps } from '../deps.ts';
import { createGuesses } from '../guesses.ts';
import type { Live } from '../live/live.ts';
import { createVisibility } from '../visible-case.ts';
import { accountHandlers } from './accounts.ts';
import { applicantDocumentHandlers } from './applicant-documents.ts';
import { applicantFileHandlers } from './applicant-files.ts';
import { applicantOrderHandlers } from './applicant-orders.ts';
import { auditHandlers } from './audit.ts';
import { boardHandlers } from './board.ts';
import { candidateHandlers } from './candidates.ts';
import { caseHandlers } from './cases.ts';
import { catalogueHandlers } from './catalogue.ts';
import { catalogueImportHandlers } from './catalogue-imports.ts';
import { catalogueListHandlers } from './catalogue-lists.ts';
import { documentCheckHandlers } from './document-check.ts';
import { documentDraftHandlers } from './document-drafts.ts';
import { documentTemplateHandlers } from './document-templates.ts';
import { documentHandlers } from './documents.ts';
import { draftFileHandlers } from './draft-files.ts';
import { draftHandlers } from './drafts.ts';
import { earlierMaterialHandlers } from './earlier-materials.ts';
import { fileActHandlers } from './file-acts.ts';
import { fileHandlers } from './files.ts';
import { finderHandlers } from './finder.ts';
import { flowHandlers } from './flows.ts';
import type { Handlers } from './handler.ts';
import { listViewHandlers } from './list-views.ts';
import { listHandlers } from './lists.ts';
import { liveHandlers } from './live.ts';
import { messageHandlers } from './messages.ts';
import { numberHandlers } from './numbers.ts';
import { openHandlers } from './open.ts';
import { orderHandlers } from './orders.ts';
import { passwordHandlers } from './password.ts';
import { peopleHandlers } from './people.ts';
import { queryCodeHandlers } from './query-code.ts';
import { sessionHandlers } from './session.ts';
import { supervisionHandlers } from './supervision.ts';
import { tokenHandlers } from './tokens.ts';
import { uploadHandlers } from './uploads.ts';
import { workingPaperHandlers } from './working-papers.ts';

/** The handler of every route of the contract; `live` comes with the app, because it lives with its connections. */
export function createHandlers(deps: AppDeps, live: Live): Handlers {
  const { db, config } = deps;
  const guesses = createGuesses(db);
  const tools = {
    time: createBusinessTime(db, !config.demo),
    definitions: createDefinitions(db),
    visibility: createVisibility(db),
  };
  return {
    ...sessionHandlers(deps, { time: tools.time, guesses }),
    ...passwordHandlers(deps, guesses),
    ...tokenHandlers(deps),
    ...listViewHandlers(deps),
    ...peopleHandlers(deps),
    ...accountHandlers(deps),
    ...auditHandlers(deps),
    ...catalogueHandlers(deps),
    ...catalogueListHandlers(deps, tools),
    ...catalogueImportHandlers(deps),
    ...flowHandlers(deps, tools),
    ...caseHandlers(deps, tools),
    ...candidateHandlers(deps, tools),
    ...orderHandlers(deps, tools),
    ...queryCodeHandlers(deps, tools),
    ...fileHandlers(deps, tools),
    ...documentHandlers(deps, tools),
    ...workingPaperHandlers(deps, tools),
    ...documentDraftHandlers(deps, tools),
    ...documentCheckHandlers(deps, { ...tools, guesses }),
    ...uploadHandlers(deps, tools),
    ...fileActHandlers(deps, tools),
    ...earlierMaterialHandlers(deps, tools),
    ...listHandlers(deps, tools),
    ...finderHandlers(deps, tools),
    ...numberHandlers(deps, tools),
    ...documentTemplateHandlers(deps, tools),
    ...supervisionHandlers(deps, tools),
    ...messageHandlers(deps, tools),
    ...boardHandlers(deps, tools),
    ...openHandlers(deps, { ...tools, guesses }),
    ...draftFileHandlers(deps, { ...tools, guesses }),
    ...draftHandlers(deps, { ...tools, guesses }),
    ...applicantDocumentHandlers(deps, tools),
    ...applicantFileHandlers(deps, { ...tools, guesses }),
    ...applicantOrderHandlers(deps, { guesses }),
    ...liveHandlers(deps, live),
  };
}
