export type Role = "manager" | "colleague";

/** Where somebody works now, and what closes it. */
export type Post = {
  structureId: string;
  structure: string;
  mailDomain: string | null;
  serviceId: string;
  service: string;
  role: Role;
  /** The service or its structure is closed for a while. */
  suspended: boolean;
  suspendedUntil: Date | null;
};

/** Somebody with an access in a service. */
export type Staff = {
  personId: string;
  firstNames: string;
  birthName: string;
  mail: string | null;
  role: Role;
  from: Date;
  lastSignInAt: Date | null;
};
