-- The language a person last signed in in: what the institution writes to them by itself is in it. Null where they never
-- did since it is kept: French then, which is the one that counts.

alter table identity.account
  add column language text,
  add constraint account_language check (language in ('fr', 'en'));
