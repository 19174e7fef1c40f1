import type { Static, TSchema } from 'typebox';
import type { RouteContract } from './route.ts';
import { applicantDocumentRoutes } from './routes/applicant-documents.ts';
import { applicantFileRoutes } from './routes/applicant-files.ts';
import { auditRoutes } from './routes/audit.ts';
import { boardRoutes } from './routes/board.ts';
import { caseRoutes } from './routes/cases.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { catalogueListRoutes } from './routes/catalogue-lists.ts';
import { documentTemplateRoutes } from './routes/document-templates.ts';
import { documentRoutes } from './routes/documents.ts';
import { draftRoutes } from './routes/drafts.ts';
import { earlierMaterialRoutes } from './routes/earlier-materials.ts';
import { fileRoutes } from './routes/files.ts';
import { finderRoutes } from './routes/finder.ts';
import { listViewRoutes } from './routes/list-views.ts';
import { liveRoutes } from './routes/live.ts';
import { numberRoutes } from './routes/numbers.ts';
import { openRoutes } from './routes/open.ts';
import { peopleRoutes } from './routes/people.ts';
import { sessionRoutes } from './routes/session.ts';
import { supervisionRoutes } from './routes/supervision.ts';

/** Where all routes live. */
export const basePath = '/api/v1';

/** The whole API: read by Fastify, by OpenAPI and by the console. */
export const routes = {
  ...sessionRoutes,
  ...peopleRoutes,
  ...auditRoutes,
  ...catalogueRoutes,
  ...catalogueListRoutes,
  ...caseRoutes,
  ...finderRoutes,
  ...fileRoutes,
  ...earlierMaterialRoutes,
  ...documentRoutes,
  ...documentTemplateRoutes,
  ...applicantDocumentRoutes,
  ...applicantFileRoutes,
  ...draftRoutes,
  ...numberRoutes,
  ...supervisionRoutes,
  ...listViewRoutes,
  ...boardRoutes,
  ...liveRoutes,
  ...openRoutes,
};

export type RouteName = keyof typeof routes;

/** The routes by name, seen alike. */
export const routeList: readonly (RouteContract & { readonly name: string })[] = Object.entries(routes).map(
  ([name, route]) => ({ name, ...route }),
);

type Part<R, K extends string> = R extends { readonly [P in K]: infer S extends TSchema } ? Static<S> : undefined;

/** What each part of a route's request and answer is, from its schemas. */
export type ParamsOf<N extends RouteName> = Part<(typeof routes)[N], 'params'>;
export type QueryOf<N extends RouteName> = Part<(typeof routes)[N], 'query'>;
export type BodyOf<N extends RouteName> = Part<(typeof routes)[N], 'body'>;
export type OkOf<N extends RouteName> = Static<(typeof routes)[N]['ok']>;
