import { catalogue, isProblemCode, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { routeList } from '../../contract/routes.ts';
import type { QueryOf } from '../../contract/routes.ts';
import type { Db } from '../../db/client.ts';
import { listDepartments, listRegions } from '../../db/people/departments.ts';
import { findByLogin, namesOfUsers } from '../../db/people/users.ts';
import type { Person } from '../../db/people/users.ts';
import type { Refusal } from '../../db/refusal.ts';
import { auditPage } from '../../db/views/audit.ts';
import type { AuditFilter, AuditRow, AuditScope } from '../../db/views/audit.ts';
import { addDays, parseCivilDate, startOfDay } from '../../domain/clock/civil-date.ts';
import type { TimeSort } from '../../domain/words/sorts.ts';
import { covers } from '../../domain/people/roles.ts';
import { reachOfPerson } from '../administration.ts';
import { createHourly } from '../audit.ts';
import type { AppDeps } from '../deps.ts';
import { namedFile, narrowedBy } from '../presenters/csv.ts';
import { auditCsv, presentAudit } from '../presenters/audit.ts';
import type { AuditNames } from '../presenters/audit.ts';
import { languageOf } from '../problem-reply.ts';
import type { Handlers } from './handler.ts';
import { limitOf, reversedDays } from './lists.ts';

/** A file of the audit holds at most so many rows: narrow it by days. */
const csvRows = 10_000;

/** The audit: read on a pool of its own, because the application only writes it. Reading and exporting are audited too. */
export function auditHandlers({ db, auditDb }: AppDeps): Pick<Handlers, 'listAudit' | 'auditCsv' | 'tellExport'> {
  const hourly = createHourly(Date.now);
  const asked = async (person: Person, query: QueryOf<'auditCsv'>) => {
    const [scope, filter] = [await scopeOf(db, person), await filterOf(db, query)];
    return { scope, ...filter };
  };
  return {
    listAudit: async ({ query: { limit, cursor, ...query }, person, request, audit }) => {
      if (auditDb === null) return noAudit();
      const reversed = reversedDays(query, 'from', 'to');
      if (reversed !== undefined) return reversed;
      const found = await auditPage(auditDb, { ...(await asked(person, query)), limit: limitOf(limit), cursor });
      if ('refused' in found) return found;
      const filter = narrowedBy(query);
      const write = async () => audit({ kind: 'auditRead', details: filter });
      await hourly(`${person.id} ${filter.filter ?? ''}`, write);
      const names = await namesOf(db, found.items);
      const items = found.items.map((row) => presentAudit(row, names, languageOf(request)));
      return { items, nextCursor: found.nextCursor };
    },
    auditCsv: async ({ query, person, reply, receivedAt, audit }): Promise<string | Problem | Refusal<string>> => {
      if (auditDb === null) return noAudit();
      const reversed = reversedDays(query, 'from', 'to');
      if (reversed !== undefined) return reversed;
      const of = await asked(person, query);
      const rows: AuditRow[] = [];
      let cursor: string | undefined;
      do {
        const found = await auditPage(auditDb, { ...of, limit: 200, cursor });
        if ('refused' in found) return found;
        rows.push(...found.items);
        cursor = found.nextCursor ?? undefined;
      } while (cursor !== undefined && rows.length < csvRows);
      await audit({ kind: 'auditExported', details: { ...narrowedBy(query), rows: rows.length } });
      const names = await namesOf(db, rows);
      const name = namedFile({ title: '审计记录', plain: 'audit', at: receivedAt });
      reply.header('content-disposition', name);
      return auditCsv(rows.map((row) => presentAudit(row, names, 'zh')));
    },
    tellExport: async ({ body, audit }) => {
      await audit({ kind: body.list === 'listAudit' ? 'auditExported' : 'listExported', details: body });
      return null;
    },
  };
}

function noAudit(): Problem {
  return problem('unavailable', 'expected AUDIT_DATABASE_URL, but this process has none');
}

/** What an auditor reads: the reach of the posts, region by region. */
async function scopeOf(db: Db, person: Person): Promise<AuditScope> {
  const [reach, regions] = [await reachOfPerson(db, person, ['auditAdmin']), await listRegions(db)];
  const codes = regions.map(({ code }) => code).filter((code) => reach.regions.some((one) => covers(one, code)));
  return { departments: reach.departments, regionCodes: codes };
}

const nobody = '00000000-0000-0000-0000-000000000000';

async function filterOf(
  db: Db,
  { kind, who, from, to, sort }: QueryOf<'auditCsv'>,
): Promise<AuditFilter & { sort?: TimeSort | undefined }> {
  const [first, last] = [parseCivilDate(from ?? ''), parseCivilDate(to ?? '')];
  return {
    kind,
    sort,
    ...(who !== undefined && { who: (await findByLogin(db, who))?.id ?? nobody }),
    ...(first !== undefined && { from: startOfDay(first) }),
    ...(last !== undefined && { to: startOfDay(addDays(last, 1)) }),
  };
}

async function namesOf(db: Db, rows: readonly AuditRow[]): Promise<AuditNames> {
  const ids = rows.flatMap(({ who, account }) => [who, account]).filter((id) => id !== null);
  const [people, departments] = await Promise.all([namesOfUsers(db, ids), listDepartments(db)]);
  const byId = new Map(people.map((one) => [one.id, one]));
  const departmentNames = new Map(departments.map(({ id, name }) => [id, name]));
  return {
    account: (id) => byId.get(id) ?? null,
    person: (id) => {
      const found = byId.get(id);
      return found === undefined ? id : `${found.name}（${found.login}）`;
    },
    department: (id) => departmentNames.get(id) ?? id,
    route: (name) => routeList.find((route) => route.name === name)?.title ?? name,
    refusal: (code, language) => (isProblemCode(code) ? catalogue[code][language] : code),
  };
}
