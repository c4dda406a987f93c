import type { Language } from "../../../../law/language.ts";

/** A country or territory where people are born: INSEE's code for it, and the ISO one that gives its name. */
export type BirthCountry = { code: string; iso: string };

/**
 * INSEE's codes of foreign countries (Code officiel géographique, 99 and three digits) by ISO code. Territories without a
 * code of their own carry that of their group, as the civil registers write it.
 */
const table =
  `101 DK 101 FO 102 IS 103 NO 103 SJ 104 SE 105 FI 105 AX 106 EE 107 LV 108 LT 109 DE 110 AT 111 BG 112 HU 113 LI 114 RO
116 CZ 117 SK 118 BA 119 HR 120 ME 121 RS 122 PL 123 RU 125 AL 126 GR 127 IT 128 SM 129 VA 130 AD 131 BE 132 GB 132 GG
132 IM 132 JE 133 GI 134 ES 135 NL 135 AW 136 IE 137 LU 138 MC 139 PT 140 CH 144 MT 145 SI 148 BY 151 MD 155 UA 156 MK
157 XK
201 SA 203 IQ 204 IR 205 LB 206 SY 207 IL 208 TR 212 AF 213 PK 214 BT 215 NP 216 CN 217 JP 219 TH 220 PH 222 JO 223 IN
224 MM 225 BN 226 SG 227 MY 229 MV 230 HK 231 ID 232 MO 234 KH 235 LK 236 TW 238 KP 239 KR 240 KW 241 LA 242 MN 243 VN
246 BD 247 AE 248 QA 249 BH 250 OM 251 YE 252 AM 253 AZ 254 CY 255 GE 256 KZ 257 KG 258 UZ 259 TJ 260 TM 261 PS 262 TL
301 EG 302 LR 303 ZA 304 GM 306 SH 309 TZ 310 ZW 311 NA 312 CD 314 GQ 315 ET 316 LY 317 ER 318 SO 321 BI 322 CM 323 CF
324 CG 326 CI 327 BJ 328 GA 329 GH 330 GN 331 BF 332 KE 333 MG 334 MW 335 ML 336 MR 337 NE 338 NG 339 UG 340 RW 341 SN
342 SL 343 SD 344 TD 345 TG 346 ZM 347 BW 348 LS 349 SS 350 MA 351 TN 352 DZ 389 EH 390 MU 391 SZ 392 GW 393 MZ 394 ST
395 AO 396 CV 397 KM 398 SC 399 DJ
401 CA 404 US 405 MX 406 CR 407 CU 408 DO 409 GT 410 HT 411 HN 412 NI 413 PA 414 SV 415 AR 416 BR 417 CL 418 BO 419 CO
420 EC 421 PY 422 PE 423 UY 424 VE 425 AI 425 BM 425 KY 425 MS 425 TC 425 VG 426 JM 427 FK 428 GY 429 BZ 430 GL 432 PR
432 VI 433 TT 434 BB 435 GD 436 BS 437 SR 438 DM 439 LC 440 VC 441 AG 442 KN 443 BQ 444 CW 445 SX
501 AU 502 NZ 502 CK 502 NU 502 TK 503 PN 505 AS 505 GU 505 MP 506 WS 507 NR 508 FJ 509 TO 510 PG 511 TV 512 SB 513 KI
514 VU 515 MH 516 FM 517 PW`.split(/\s+/);

/** Every country and territory of birth outside France. */
export const birthCountries: readonly BirthCountry[] = Array.from({ length: table.length / 2 }, (_, at) => ({
  code: `99${table[2 * at]}`,
  iso: table[2 * at + 1] as string,
}));

/** The country of that ISO code, if people are born there outside France. */
export const countryOf = (iso: string): BirthCountry | undefined =>
  birthCountries.find((country) => country.iso === iso);

/** The country an INSEE code stands for; of a group of territories, the one it is named after comes first. */
export const countryByCode = (code: string): BirthCountry | undefined =>
  birthCountries.find((country) => country.code === code);

/** Its name in that language. */
export const countryName = (language: Language, { iso }: BirthCountry): string =>
  namesIn(language, shorter.includes(iso) ? "short" : "long").of(iso) ?? iso;

/** Where the long name is one that nobody uses; elsewhere the short one is an abbreviation. */
const shorter = ["HK", "MO", "PS"];

/** Every country by name, in the alphabet of that language. */
export function countriesByName(language: Language): readonly { iso: string; name: string }[] {
  let sorted = lists.get(language);
  if (!sorted) {
    sorted = birthCountries
      .map((country) => ({ iso: country.iso, name: countryName(language, country) }))
      .sort((a, b) => a.name.localeCompare(b.name, language));
    lists.set(language, sorted);
  }
  return sorted;
}

/** Sorting by a language's alphabet takes milliseconds; the list never changes. */
const lists = new Map<Language, readonly { iso: string; name: string }[]>();

const names = new Map<string, Intl.DisplayNames>();

function namesIn(language: Language, style: "short" | "long"): Intl.DisplayNames {
  const key = `${language} ${style}`;
  let known = names.get(key);
  if (!known) {
    known = new Intl.DisplayNames([language], { type: "region", style });
    names.set(key, known);
  }
  return known;
}
