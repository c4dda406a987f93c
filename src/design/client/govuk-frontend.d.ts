/** The package ships no types for its modules; only what we call is described. */
declare module "govuk-frontend/dist/govuk/components/*" {
  type Component = new (element: Element) => unknown;
  export const Button: Component;
  export const CharacterCount: Component;
  export const ErrorSummary: Component;
  export const NotificationBanner: Component;
  export const PasswordInput: Component;
  export const SkipLink: Component;
}
