import { readPageDocument } from '#src/adapters/confluence/page-document';
import { createAsk, TIME_LIMIT_MS } from '#src/adapters/jira/ask';
import { REAL_TIME } from '#src/adapters/jira/deadline';
import { readIssueFacts } from '#src/adapters/jira/mitigations';
import { readSiteAddress, searchBoards } from '#src/adapters/jira/search-boards';
import { judgingPortsFor, type Viewer } from '#src/app';
import { liveRiskPorts } from '#src/app/dashboard';
import { createRegisterApp, type RegisterPlatform } from '#src/app/register';
import type { Session } from '#src/domain/backlog/agenda';
import type { CalendarDate } from '#src/domain/risk/calendar';
import type { Act } from '#src/domain/risk/risk';
import type { BoardBacklog } from '#src/usecases/board-backlog';
import { judgeLately } from '#src/usecases/jql/judge-lately';
import { listLiveRisks, type LiveRisks } from '#src/usecases/risk/list-live-risks';
import { addRisk, type RiskAdded, type RiskToAdd } from '#src/usecases/rovo/add-risk';
import { findBoard, type BoardFound, type BoardWanted } from '#src/usecases/rovo/find-board';

/** A board's backlog with what its refinement is cut to. */
export interface JudgedBoard {
  readonly backlog: BoardBacklog;
  readonly session: Session;
}

/** Everything the app can do for the agent, each as the user who chats with it. Nothing here acts as the app. */
export interface RovoApp {
  readonly findBoard: (viewer: Viewer, wanted: BoardWanted) => Promise<BoardFound>;
  readonly judge: (viewer: Viewer, boardId: number) => Promise<JudgedBoard>;
  /** Summaries by key, of issues that they may see. */
  readonly readSummaries: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The live risks of the site that they own. */
  readonly ownRisks: (viewer: Viewer, today: CalendarDate) => Promise<LiveRisks>;
  readonly addRisk: (viewer: Viewer, asked: RiskToAdd, act: Act) => Promise<RiskAdded>;
  readonly readSiteAddress: () => Promise<string>;
  readonly now: () => Date;
  readonly log: RegisterPlatform['log'];
}

/** Puts the agent's adapters and use cases together. Nothing is shared between invocations. */
export function createRovoApp(platform: RegisterPlatform): RovoApp {
  const { now, log } = platform;
  const jira = () => ({ requestJira: platform.jiraAsUser(), ask: createAsk() });
  return {
    now,
    log,
    findBoard: async (viewer, wanted) => {
      const access = jira();
      const ports = judgingPortsFor(platform, viewer, access);
      return await findBoard({ ...ports, searchBoards: searchBoards(access) }, wanted);
    },
    judge: async (viewer, boardId) => {
      const ports = judgingPortsFor(platform, viewer);
      const [backlog, { settings }] = await Promise.all([
        judgeLately(ports, boardId),
        ports.loadSettings(boardId),
      ]);
      return { backlog, session: settings.session };
    },
    readSummaries: async (keys) => {
      if (keys.length === 0) return new Map();
      const issues = await readIssueFacts(jira())(keys);
      return new Map(issues.map(({ key, summary }) => [key, summary]));
    },
    ownRisks: async ({ accountId }, today) => {
      const isWanted = ({ ownerId }: { readonly ownerId: string | null }) => ownerId === accountId;
      return await listLiveRisks(liveRiskPorts(platform), { spaceId: null, isWanted }, today);
    },
    addRisk: async ({ accountId }, asked, act) => {
      const ports = createRegisterApp(platform).portsFor({ kind: 'licensed', accountId });
      const access = {
        requestConfluence: platform.confluenceAsUser(),
        ask: createAsk(TIME_LIMIT_MS, REAL_TIME, 'Confluence'),
      };
      return await addRisk({ ...ports, readPageDocument: readPageDocument(access) }, asked, act);
    },
    readSiteAddress: async () => await readSiteAddress(jira())(),
  };
}
