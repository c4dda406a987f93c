import type { Sentence } from "../../../law/language.ts";
import type { Html } from "../html.ts";

/** One thing pages are made of: when to use it, and the thing itself. */
export type Chapter = { id: string; title: Sentence; when: Sentence; shown: Html };
