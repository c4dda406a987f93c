import type { Home } from "../../../../institutions/institution.ts";
import type { AccessDecision } from "../../../../law/access/decide.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import type { Html } from "../../../design/html.ts";
import type { App } from "../../../platform/http/server.ts";
import type { Paper } from "../../../platform/pdf.ts";
import type { OpenedFile } from "../../../platform/uploads/store.ts";
import type { World } from "../../../world.ts";
import type { AgentRole, SignedInAgent } from "../agent.ts";
import type { Approval } from "../approvals/store.ts";

/** A list of work at the desk: where it is, to whom it is open, how much waits of it for this agent, and its pages. */
export type WorkList = {
  path: string;
  title: Sentence;
  roles: readonly AgentRole[];
  /** Where accounts are of whom; without it, everywhere. */
  home?: Home | undefined;
  /** Counted up to a page; `more`: at least that many. */
  count: (world: World, agent: SignedInAgent) => Promise<{ count: number; more?: boolean }>;
  routes: (app: App, world: World) => void;
};

/** A page of what waits for this agent, the oldest first. */
export type Waiting<Item> = {
  waiting: Item[];
  more: boolean;
};

/** How much waits, as its first page tells. */
export const counted =
  (
    list: (world: World, agent: SignedInAgent, page: number) => Promise<Waiting<unknown>>,
  ): WorkList["count"] =>
  async (world, agent) => {
    const { waiting, more } = await list(world, agent, 1);
    return { count: waiting.length, more };
  };

/** What an agent reads to decide, and whether the law lets them take the next step of accepting it. */
export type ToDecide = {
  request: { caseNumber: string };
  may: AccessDecision;
  /** What another agent proposed about it; or whether one agreed, where that is not kept as a proposal. */
  approval?: Approval | undefined;
  isSeconded?: boolean;
};

/** What an agent chose and typed; `by`: how what is granted is handed over, where that is asked. */
export type TypedDecision = { decision?: string | undefined; reason: string; by?: string | undefined };

/** A list of what is read one by one, and decided with a reason: all in which one such list differs from another. */
export type DecisionList<Item, Found extends ToDecide, Accept extends string, Done extends string> = {
  path: `/desk/${string}`;
  home?: Home;
  pages: DecisionPages<Item, Found, Done>;
  /** What an acceptance is called, beside a refusal. */
  accept: Accept;
  list: (world: World, agent: SignedInAgent, page: number) => Promise<Waiting<Item>>;
  /** Undefined where none waits; refused where the law does not let this agent read it. */
  read: (
    world: World,
    agent: SignedInAgent,
    id: string,
  ) => Promise<Found | { refused: AccessDecision } | undefined>;
  /** `paper` is saved in place of the next page, once. */
  decide: (
    world: World,
    agent: SignedInAgent,
    id: string,
    decision: Accept | "refuse",
    typed: TypedDecision,
  ) => Promise<
    { done: Done; paper?: { name: string; paper: Paper } | undefined } | { refused: Sentence } | undefined
  >;
  /** A document sent with it. */
  file?: (world: World, agent: SignedInAgent, id: string, fileId: string) => Promise<OpenedFile | undefined>;
};

/** The words of such a list, and what its pages show of one item. */
export type DecisionPages<Item, Found, Done extends string = string> = {
  words: Record<Language, DecisionWords<Done>>;
  line: (language: Language, item: Item, timeZone: string) => Line;
  /** `path`: of its own page, under which its files are. */
  facts: (language: Language, found: Found, path: string) => Html;
  /** Whether the facts leave more than a refusal; without it, always. */
  accepts?: (found: Found) => boolean;
  /** Asked besides of who confirms: `by`, as they answered it. */
  askedToConfirm?: (language: Language, by: string | undefined) => Html;
};

type DecisionWords<Done extends string> = {
  title: string;
  lead: string;
  none: string;
  older: string;
  heading: string;
  /** The choices: what the first agent who accepts does, what the second does, and a refusal. */
  accept: string;
  confirm: string;
  refuse: string;
  /** Who reads the reason, where it is not the person who asked. */
  reasonHint?: string;
  done: Readonly<Record<Done, string>>;
};

/** One item on the list: its number and whose it is lead to it; `about` stands under them. */
export type Line = { id: string; caseNumber: string; name: string; about: Html };
