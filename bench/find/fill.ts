import type { Db } from '../../db/client.ts';

/** A kept case as people would look for it. */
export interface Kept {
  readonly caseNo: string;
  readonly name: string;
  readonly idNo: string;
  readonly phone: string;
  readonly place: string;
  readonly documentNo: string;
}

const signs =
  '安北昌诚达德东方丰福港高光广国海航合和恒宏华汇吉佳建江金锦京景久康利龙隆美南宁平庆荣瑞盛顺泰天通旺祥新信兴旭阳亿永裕源远泽正中';
const trades = [
  '供水',
  '水务',
  '食品',
  '建材',
  '药房连锁',
  '餐饮管理',
  '物业服务',
  '机械制造',
  '商贸',
  '文化传播',
  '置业',
  '农业科技',
];

/** What people wrote in the n-th case, the same at every run: 3,000 firms a trade, so that pairs of signs are as frequent as in a register. */
const words = `SELECT n, i.code, i.department_id, d.region_code, f.sha256,
    '2025-06-01'::date + (n / w.many % 240)::int AS day, n / w.many / 240 + 5001 AS serial,
    '沈阳' || substr($2::text, (a % length($2::text))::int + 1, 1) || substr($2::text, (b % length($2::text))::int + 1, 1) || ($3::text[])[n * 7 % 12 + 1] || '有限公司' AS name,
    '9121' || lpad((a * 31 % 999983)::text, 6, '0') || 'MA' || lpad(b::text, 6, '0') AS id_no, '1' || 3000000000 + a * 17 % 6999999983 AS phone,
    '浑南区' || substr($2::text, (b % length($2::text))::int + 1, 1) || substr($2::text, (a % length($2::text))::int + 1, 1) || '路' || n % 400 + 1 || '号' AS place
  FROM (SELECT n, abs(hashtext('a' || n)::bigint) AS a, abs(hashtext('b' || n)::bigint) % 1000000 AS b FROM generate_series(1, $1::int) n) r
  CROSS JOIN (SELECT count(*)::int AS many FROM item) w
  JOIN (SELECT *, row_number() OVER (ORDER BY code) - 1 AS at FROM item) i ON i.at = n % w.many
  JOIN department d ON d.id = i.department_id
  CROSS JOIN LATERAL (SELECT sha256 FROM flow_version v WHERE v.item_code = i.code AND status = 'published' LIMIT 1) f`;

const tables = [
  `INSERT INTO case_row (case_id, case_no, item_code, department_id, region_code, definition, applicant, seq, status, result, received_on, filed_at,
      closed_at, provisional)
    SELECT md5(n::text)::uuid, code || to_char(day, 'YYYYMMDD') || serial, code, department_id, region_code, sha256, 'party', 1,
      CASE WHEN n % 10 = 0 THEN 'open' ELSE 'closed' END, CASE WHEN n % 10 = 0 THEN NULL ELSE 'granted' END, day, day, CASE WHEN n % 10 = 0 THEN NULL ELSE day + 20 END, false
    FROM filled`,
  `INSERT INTO case_seen (case_id, kind, viewer, closed_at) SELECT md5(n::text)::uuid, 'department', department_id, CASE WHEN n % 10 = 0 THEN NULL ELSE day + 20 END FROM filled`,
  `INSERT INTO case_text (case_id, digest, content) SELECT md5(n::text)::uuid, digest, content::text FROM filled CROSS JOIN LATERAL (VALUES
      ('party', json_build_object('kind', 'organisation', 'name', name, 'idType', 'uscc', 'idNo', id_no)),
      ('contact', json_build_object('name', '联系人', 'phone', phone)), ('form', json_build_object('place', place))) t (digest, content)`,
  `INSERT INTO case_event (case_id, seq, at, recorded_at, request_id, body, hash) SELECT md5(n::text)::uuid, 1, day, day, 'fill',
      '{"type":"CaseFiled","filing":{"applicant":"party","agent":null,"contact":"contact","form":"form"}}', md5('hash' || n) FROM filled`,
  `INSERT INTO document_number (op_id, department_id, kind, year, text, state, case_id, at)
    SELECT md5('number' || n)::uuid, department_id, 'acceptanceNotice', 2025, '受' || code || '〔2025〕' || n || '号', 'used', md5(n::text)::uuid, day FROM filled`,
  // As find_words makes them of these words.
  `INSERT INTO case_find (case_id, words) SELECT md5(n::text)::uuid, ARRAY(SELECT department_id || '|' || w FROM (
      SELECT substr(t, i, 2) FROM unnest(ARRAY[name, place]) t, generate_series(1, length(t) - 1) i UNION SELECT '=' || t FROM unnest(ARRAY[name, place, id_no, phone]) t
      UNION SELECT '~' || right(t, 4) FROM unnest(ARRAY[id_no, phone]) t) found (w)) FROM filled`,
];

/** Fills a throwaway database with closed and open cases that can be found, by INSERT .. SELECT, and tells some of a department's. */
export async function fillFindable(
  db: Db,
  o: { cases: number; departmentId: string; samples: number },
): Promise<readonly Kept[]> {
  const client = await db.connect();
  try {
    await client.query(`CREATE TEMP TABLE filled AS ${words}`, [o.cases, signs, trades]);
    // Neither triggers nor an index that grows row by row: the words are written as the trigger would.
    await client.query(`SET session_replication_role = replica`);
    await client.query('DROP INDEX case_find_words_idx');
    for (const statement of tables) await client.query(statement);
    await client.query('CREATE INDEX case_find_words_idx ON case_find USING gin (words)');
    await client.query('RESET session_replication_role');
    const { rows } = await client.query<Kept>(
      `SELECT c.case_no AS "caseNo", f.name, f.id_no AS "idNo", f.phone, f.place, n.text AS "documentNo" FROM filled f
        JOIN case_row c ON c.case_id = md5(f.n::text)::uuid JOIN document_number n ON n.case_id = c.case_id
        WHERE f.department_id = $1 ORDER BY f.n::bigint * 7919 % 999983 LIMIT $2`,
      [o.departmentId, o.samples],
    );
    return rows;
  } finally {
    client.release();
  }
}
