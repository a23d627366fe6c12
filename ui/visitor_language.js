// Tells the page's language to who hears it, and keeps a chosen one for the next visit.

const YEAR = 365 * 24 * 60 * 60; // seconds

export default function ({ data }) {
  document.documentElement.lang = data.language;
  if (data.chosen) {
    document.cookie = `${data.cookie}=${data.language}; path=/; max-age=${YEAR}; SameSite=Strict`;
  }
}
