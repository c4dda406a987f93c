/** What the institution knows of a company (CN-12). */
export type Employer = {
  employerId: string;
  name: string;
  tradeName: string | null;
  phone: string | null;
  street: string | null;
  extra: string | null;
  postcode: string | null;
  town: string | null;
};
