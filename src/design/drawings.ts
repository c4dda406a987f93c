import { type Html, html } from "./html.ts";

/** A house with a flame in its hearth: our own drawing, beside the name of every institution. Coloured by the style sheet. */
export const hearth: Html = html`<svg class="foyer-hearth" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false"><path class="foyer-hearth__house" d="M21.2 4.9a4.4 4.4 0 0 1 5.6 0l14.6 12a4.4 4.4 0 0 1 1.6 3.4v18.3a5.4 5.4 0 0 1-5.4 5.4H10.4A5.4 5.4 0 0 1 5 38.6V20.3a4.4 4.4 0 0 1 1.6-3.4z"/><path class="foyer-hearth__flame" d="M24.6 15.5c.7 4.3 7.4 7.2 7.4 14a8 8 0 0 1-16 .2c0-3.3 1.9-5.4 3.3-7 .3 1.9 1 3 2.2 3.6-.6-4.3.3-8 3.1-10.8z"/></svg>`;

/** The same drawing as a file of its own, for the tab of the browser. */
export const hearthIcon = (colours: { brand: string; onBrand: string }): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="${colours.brand}" d="M21.2 4.9a4.4 4.4 0 0 1 5.6 0l14.6 12a4.4 4.4 0 0 1 1.6 3.4v18.3a5.4 5.4 0 0 1-5.4 5.4H10.4A5.4 5.4 0 0 1 5 38.6V20.3a4.4 4.4 0 0 1 1.6-3.4z"/><path fill="${colours.onBrand}" d="M24.6 15.5c.7 4.3 7.4 7.2 7.4 14a8 8 0 0 1-16 .2c0-3.3 1.9-5.4 3.3-7 .3 1.9 1 3 2.2 3.6-.6-4.3.3-8 3.1-10.8z"/></svg>`;
