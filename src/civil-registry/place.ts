/** Paris, Lyon and Marseille: registers write the arrondissement, or the city. */
const cities: readonly { city: string; isArrondissement: RegExp }[] = [
  { city: "75056", isArrondissement: /^751(0[1-9]|1\d|20)$/ },
  { city: "69123", isArrondissement: /^6938[1-9]$/ },
  { city: "13055", isArrondissement: /^132(0[1-9]|1[0-6])$/ },
];

/** Whether two INSEE codes may be of one place of birth: an arrondissement is of its city. */
export const isSamePlace = (one: string, other: string): boolean =>
  one === other ||
  cities.some(
    ({ city, isArrondissement }) =>
      (one === city && isArrondissement.test(other)) || (other === city && isArrondissement.test(one)),
  );
