"use strict";

// Finds records by their names and by the words in them. The rules are those of the program's
// `search` and of its reading of titles (search.py, word_forms.py), whose lists come with the data;
// this script knows no language and no guide.

class Search {
  constructor(data) {
    this.data = data;
    this.records = data.records.map(([section, id, title, names, prose]) => ({ section, id, title, names, prose }));
    this.pairs = data.pairs && new Set(data.pairs);
    this.endings = new RegExp(`(?:${data.endings})$`);
    this.little = new Set(data.little);
    this.versus = new Set(data.versus);
    this.empty = new Set(data.empty);
    this.ranks = new Set(data.ranks);
    this.aside = new Set(data.aside);
    this.spellings = new Map(Object.entries(data.spellings));
    this.readTexts();
    this.readNames();
  }

  // Words --------------------------------------------------------------------------------------

  // A text without capitals, ligatures and accents.
  bare(text) {
    const plain = text.replace(/[œŒ]/g, "oe").replace(/[æÆ]/g, "ae").replace(/ß/g, "ss")
      .normalize("NFKD").toLowerCase();
    const other = /[\u0530-\uffff]/.test(plain.replace(/[^\p{L}]/gu, ""));
    return other ? plain.normalize("NFC") : plain.replace(/\p{M}/gu, "");
  }

  words(text) {
    return this.bare(text).match(/[\p{L}\p{N}\p{M}]+/gu) || [];
  }

  fold(text) {
    return this.words(text).join("");
  }

  // A word without its ending of plural, gender or kind, if enough of it is left.
  stem(word) {
    const at = word.search(this.endings);
    return at >= 4 ? word.slice(0, at) : word;
  }

  // What a word is compared by in a title: *directrices* and *directeur* have one form.
  form(word) {
    if (word.length < 4) return word;
    if (word.endsWith("s") && word.replace(/s+$/, "").length > 2) word = word.replace(/s+$/, "");
    if (word.endsWith("y") && word.length >= 5) return word.slice(0, -1) + "i";
    for (const [ending, same] of this.data.same) {
      if (word.endsWith(ending) && word.length > ending.length + 1) {
        return word.slice(0, -ending.length) + same;
      }
    }
    while (word.length > 5 && word.endsWith("e")) word = word.slice(0, -1);
    return word;
  }

  // Forms in which abbreviations and translations are followed to what they stand for.
  spelledOut(forms, most = 3) {
    const whole = [];
    for (let at = 0; at < forms.length;) {
      const [length, means] = this.longest(forms, at, (phrase) => this.spellings.get(phrase));
      whole.push(...(means ? means.split(" ") : [forms[at]]));
      at += length || 1;
    }
    return most && whole.join(" ") !== forms.join(" ") ? this.spelledOut(whole, most - 1) : whole;
  }

  // The longest phrase from a place on of which something is known.
  longest(forms, at, known) {
    for (let length = Math.min(4, forms.length - at); length > 0; length--) {
      const value = known(forms.slice(at, at + length).join(""));
      if (value) return [length, value];
    }
    return [0, undefined];
  }

  // Reading the data once ----------------------------------------------------------------------

  // Every text with the words in it, found by the beginning of a word.
  readTexts() {
    this.texts = [];
    const places = new Map();
    this.records.forEach((record, at) => {
      for (const [weight, text] of [...record.names, ...record.prose]) {
        const words = text.split(" ");
        words.forEach((word) => {
          if (!places.has(word)) places.set(word, []);
          places.get(word).push(this.texts.length);
        });
        const worth = weight * (this.data.weights[record.section] || 1);
        this.texts.push({ record: at, worth, length: words.length });
      }
    });
    this.vocabulary = [...places.keys()].sort();
    this.places = this.vocabulary.map((word) => places.get(word));
  }

  // The names of each record, folded; those of jobs also in forms.
  readNames() {
    this.called = new Map();
    this.titles = [];
    this.known = new Set();
    this.records.forEach((record, at) => {
      for (const [weight, name] of record.names) {
        const words = name.split(" ");
        const folded = words.join("");
        const before = this.called.get(folded) || [];
        this.called.set(folded, [...before, { at, weight }]);
        if (record.section === "roles") {
          const plain = words.map((word) => this.form(word));
          const forms = new Set(this.spelledOut(plain).filter((form) => !this.empty.has(form)));
          [...plain, ...forms].forEach((form) => this.known.add(form));
          if (forms.size) this.titles.push({ at, forms: [...forms] });
        }
      }
    });
  }

  // Looking for something ----------------------------------------------------------------------

  // The records that answer a query, the best first; only jobs if these alone are wanted.
  find(query, { most = 8, jobs = false } = {}) {
    const scores = new Map();
    const add = (at, score) => scores.set(at, Math.max(scores.get(at) || 0, score));
    this.byWords(query, add);
    this.byTitle(query, add);
    (this.called.get(this.fold(query)) || []).forEach(({ at, weight }) => add(at, 100 + weight));
    return [...scores]
      .filter(([at]) => !jobs || this.records[at].section === "roles")
      .sort(([one, high], [other, low]) => low - high || one - other)
      .slice(0, most)
      .map(([at]) => this.records[at]);
  }

  // By the words in their texts: how many of those asked for are there, and how much else.
  byWords(query, add) {
    const asked = [...new Set(this.words(query))].slice(0, 32);
    const telling = asked.filter((word) => !this.little.has(word));
    const stems = [...new Set((telling.length ? telling : asked).map((word) => this.stem(word)))];
    const hits = new Map();
    stems.forEach((stem, nth) => {
      for (let at = this.firstFrom(stem); this.vocabulary[at]?.startsWith(stem); at++) {
        for (const text of this.places[at]) {
          if (!hits.has(text)) hits.set(text, { found: 0, stems: new Set() });
          const hit = hits.get(text);
          hit.found++;
          hit.stems.add(nth);
        }
      }
    });
    const all = [...hits.values()].some((hit) => hit.stems.size === stems.length);
    for (const [at, hit] of hits) {
      if (all && hit.stems.size < stems.length) continue;
      const { record, worth, length } = this.texts[at];
      add(record, worth * (hit.stems.size / stems.length) ** 2 * (0.4 + hit.found / length));
    }
  }

  // The place of the first known word that is not before one.
  firstFrom(word) {
    let low = 0, high = this.vocabulary.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.vocabulary[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // By what a job title says, whatever stands around it.
  byTitle(query, add) {
    const forms = this.spelledOut(this.words(query).map((word) => this.right(word)))
      .filter((form) => !this.empty.has(form));
    const asked = new Set(forms);
    const aside = this.surroundings(forms);
    for (const title of this.titles) {
      const missing = title.forms.filter((form) => !asked.has(form));
      if (missing.length === title.forms.length) continue;
      const left = forms.filter((form) => !title.forms.includes(form));
      const unknown = left.filter((form) => !aside.has(form));
      add(title.at, this.likeness(title.forms.length - missing.length, missing, unknown, left));
    }
  }

  // The forms that surround a title and say nothing of the job.
  surroundings(forms) {
    const found = new Set();
    for (let at = 0; at < forms.length;) {
      const [length] = this.longest(forms, at, (phrase) => this.aside.has(phrase));
      forms.slice(at, at + length).forEach((form) => found.add(form));
      at += length || 1;
    }
    return found;
  }

  // How well a name with some forms shared, and some missing, answers a title with some unknown.
  likeness(shared, missing, unknown, left) {
    const size = shared + missing.length;
    if (!missing.length && !unknown.length) return 60 - left.length + Math.min(shared, 5);
    if (shared > 1 && [...missing, ...unknown].every((form) => this.ranks.has(form))) return 40;
    if (!missing.length && shared > 1) return (30 * shared) / (shared + unknown.length);
    if (!unknown.length) return (16 * shared) / size;
    return (8 * shared) / (size + unknown.length);
  }

  // The form of a word, or the one known form from which a long word differs in one letter.
  right(word) {
    const form = this.form(word);
    if (word.length < 6 || this.known.has(form) || this.aside.has(form)) return form;
    const near = [...this.known].filter((other) => oneLetterOff(form, other));
    return near.length === 1 ? near[0] : form;
  }

  // Two jobs that a query sets against each other, as in *sdr vs bdr*.
  between(query) {
    const words = query.split(/[\s/]+/);
    const at = words.findIndex((word, nth) => nth && this.versus.has(this.fold(word)));
    if (at < 0) return null;
    const [one] = this.find(words.slice(0, at).join(" "), { most: 1, jobs: true });
    const [other] = this.find(words.slice(at + 1).join(" "), { most: 1, jobs: true });
    return one && other && one !== other ? [one, other] : null;
  }

  // The page of two jobs, the same whichever comes first; nothing where there is none.
  pairPage(one, other) {
    const pair = [one.id, other.id].sort().join("--");
    return this.pairs && !this.pairs.has(pair) ? "" : pair;
  }
}

// Whether two words differ by one letter: another one, one more, one less, or two exchanged.
function oneLetterOff(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const first = one.slice(start, one.length - end);
  const second = other.slice(start, other.length - end);
  const exchanged = first.length === 2 && first === [...second].reverse().join("");
  return Math.max(first.length, second.length) === 1 || exchanged;
}
