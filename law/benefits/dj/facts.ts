import type { Fact } from "../rule.ts";

const ask = (name: string, fr: string, en: string): Fact => ({
  name,
  of: "household",
  asked: name,
  label: { fr, en },
});

/** All a rule may ask about a person insured in Djibouti. Money is in Djibouti francs, yes is 1 and no is 0. */
export const facts: readonly Fact[] = [
  ask("scheme", "Régime de cotisation (numéro)", "Scheme of contributions (number)"),
  ask("gross_pay", "Salaire brut mensuel", "Gross monthly pay"),
  ask("net_pay", "Salaire net mensuel", "Net monthly pay"),
  ask("base_salary", "Traitement indiciaire mensuel", "Monthly base salary of a public servant"),
  ask("self_employed_income", "Revenu mensuel d’indépendant", "Monthly income from self-employment"),
  ask("married", "Marié", "Married"),
  ask("spouse_works", "Épouse qui travaille", "Wife who works"),
  ask("entitled_children", "Enfants qui ouvrent droit", "Children who give a right"),
  ask("daily_pay", "Salaire journalier", "Daily pay"),
  ask("days_off", "Jours d’arrêt", "Days off work"),
  ask("incapacity", "Taux d’incapacité permanente, en %", "Permanent incapacity, in %"),
  ask("needs_assistance", "Besoin de l’aide d’une autre personne", "Needs another person’s help"),
  ask("yearly_pay", "Salaire de l’année avant l’accident", "Pay of the year before the accident"),
  ask(
    "average_pay",
    "Salaire mensuel moyen des dix dernières années",
    "Average monthly pay of the last ten years",
  ),
  ask("age_in_years", "Âge", "Age"),
  ask("early_pension_work", "Mère, travailleur manuel ou docker", "Mother, manual worker or docker"),
  ask("unfit_for_work", "Inaptitude reconnue par un médecin", "Found unfit for work by a doctor"),
  ask("years_until_2001", "Années cotisées jusqu’en 2001", "Years of contributions until 2001"),
  ask("years_2002_to_2006", "Années cotisées de 2002 à 2006", "Years of contributions from 2002 to 2006"),
  ask("years_since_2007", "Années cotisées depuis 2007", "Years of contributions since 2007"),
  ask("deceased_pension", "Pension annuelle de la personne décédée", "Yearly pension of the person who died"),
  ask("surviving_spouses", "Conjoints survivants", "Surviving spouses"),
  ask(
    "own_pension",
    "Conjoint qui a sa propre pension de retraite",
    "Spouse with a retirement pension of their own",
  ),
  ask("orphans", "Orphelins qui ouvrent droit", "Orphans who give a right"),
];
