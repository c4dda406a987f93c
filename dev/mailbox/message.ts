/** A mail or SMS as it arrived. */
export type Message = {
  kind: "mail" | "sms";
  /** The sender's own id: a message sent twice stands here twice under one id (REL-02). */
  id: string;
  to: string;
  from: string;
  subject?: string;
  text: string;
  at: Date;
  language?: string;
};
