import type { IncomingMessage } from 'node:http';

import { Refusal } from '#sandbox/api/exchange';
import type { LocalSite } from '#sandbox/api/local-site';
import { readBody, type Route } from '#sandbox/api/route';
import { accountOf, sessionOf } from '#sandbox/api/session';
import { doWikiAct, WIKI_ACT } from '#sandbox/api/wiki/acts';
import { exportDocument } from '#sandbox/api/wiki/export';
import { pageFor, readHistory, readPage, readPeople, readSpace, readSpaces } from '#sandbox/api/wiki/read';
import { createWikiViewer } from '#sandbox/confluence/permissions';

const EXPORTS = ['pdf', 'word'] as const;

/** What the site's Confluence pages need beside REST. */
export function wikiRoutes(site: LocalSite): Record<string, Route> {
  const who = (request: IncomingMessage) => accountOf(sessionOf(request, site));
  return {
    'GET wiki/spaces': (request) => readSpaces(site, who(request)),
    'GET wiki/space': (request, _response, { searchParams }) =>
      readSpace(site, who(request), searchParams.get('key')),
    'GET wiki/page': (request, _response, { searchParams }) =>
      readPage(site, who(request), searchParams.get('id')),
    'GET wiki/history': (request, _response, { searchParams }) =>
      readHistory(site, who(request), searchParams.get('id')),
    'GET wiki/people': () => readPeople(site),
    'GET wiki/version': async (request, _response, { searchParams }) => {
      const accountId = who(request);
      const page = pageFor(site, createWikiViewer(site.wiki, accountId), searchParams.get('id'));
      const number = searchParams.get('number') ?? '';
      const version = site.wiki.get('pageVersions', `${page.id}:${number}`);
      if (!version) throw new Refusal(404, `Page ${page.id} has no version ${number}.`);
      // In the history of a page, macros are shown as their exports.
      const shown = { ...page, title: version.title, body: version.body };
      return { title: version.title, body: await exportDocument(site, shown, 'other', accountId) };
    },
    'GET wiki/export': async (request, _response, { searchParams }) => {
      const accountId = who(request);
      const page = pageFor(site, createWikiViewer(site.wiki, accountId), searchParams.get('id'));
      const type = EXPORTS.find((each) => each === searchParams.get('type'));
      if (!type) throw new Refusal(400, `A page is exported as ${EXPORTS.join(' or ')}.`);
      return { title: page.title, body: await exportDocument(site, page, type, accountId) };
    },
    'POST wiki/act': async (request) => doWikiAct(site, await readBody(request, WIKI_ACT), who(request)),
  };
}
