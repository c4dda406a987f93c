/** Who acts for the institution: what the journal writes, and what colleagues read. */
export type Agent = { agentId: string; name: string };
