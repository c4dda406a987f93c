/**
 * A name folded so that its spellings meet: "Lefèvre-Dupont", "LEFEVRE DUPONT" and "Lefevre‐dupont" are one. Letters and
 * digits only, words parted by one space; empty where nothing of the kind was typed.
 */
export const nameKey = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[œŒ]/g, "oe")
    .replace(/[æÆ]/g, "ae")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/ß/g, "ss")
    .toUpperCase()
    .replace(/['’ʼ]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
