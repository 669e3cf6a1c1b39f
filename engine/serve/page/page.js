// Sends what is in the form to the service whenever it has changed, and shows what comes back.
"use strict";

const PAUSE = 400; // milliseconds without a key before the copy is sent
const AGAIN = 1000; // at least so many before it is sent again where the service is busy

const title = document.getElementById("title");
const published = document.getElementById("published");
const text = document.getElementById("text");
const sources = document.getElementById("sources");
const found = document.getElementById("found");
const status = document.getElementById("status");
const report = document.getElementById("report");

let timer;
let running = new AbortController();
let added = 0;

function copy() {
  const against = [...sources.querySelectorAll("textarea")].map((source) => source.value);
  return {
    id: "Your article",
    title: title.value || null,
    published: published.value || null,
    text: text.value,
    against: against.filter((source) => source.trim()),
  };
}

function say(words) {
  status.textContent = words;
}

function soon(pause = PAUSE) {
  clearTimeout(timer);
  running.abort();
  timer = setTimeout(check, pause);
}

async function check() {
  if (!text.value.trim()) {
    report.replaceChildren();
    found.removeAttribute("aria-busy");
    say("Nothing to check yet.");
    return;
  }
  running = new AbortController();
  found.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch("v1/check", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "text/html" },
      body: JSON.stringify(copy()),
      signal: running.signal,
    });
    await show(answer);
  } catch (failure) {
    if (failure.name === "AbortError") return; // it was changed meanwhile
    say("The service does not answer. Trying again.");
    soon(5 * AGAIN);
  }
  found.removeAttribute("aria-busy");
}

async function show(answer) {
  if (answer.ok) {
    report.innerHTML = await answer.text(); // of our own service, with all of the copy escaped
    say(summary());
    return;
  }
  const problem = await answer.json();
  report.replaceChildren();
  if (answer.headers.has("Retry-After")) {
    say(`Not checked: ${problem.detail}. Trying again.`);
    soon(Math.max(AGAIN, 1000 * Number(answer.headers.get("Retry-After"))));
  } else {
    say(`Not checked: ${problem.detail}.`);
  }
}

function summary() {
  const counted = ["contradiction", "discrepancy", "caution"].map((severity) => {
    const number = report.querySelectorAll(`.note.${severity}`).length;
    const noun = number === 1 ? severity : severity.replace(/y$/, "ie") + "s";
    return number && `${number} ${noun}`;
  });
  return `${counted.filter(Boolean).join(", ") || "Nothing flagged"}.`;
}

function addSource() {
  const piece = document.getElementById("source").content.cloneNode(true);
  const area = piece.querySelector("textarea");
  area.id = `source-${(added += 1)}`;
  piece.querySelector("label").htmlFor = area.id;
  piece.querySelector("label").textContent = `Source ${added}`;
  piece.querySelector(".remove").textContent = `Take source ${added} out`;
  sources.append(piece);
  area.focus();
}

document.getElementById("copy").addEventListener("input", () => soon());
document.getElementById("copy").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("add").addEventListener("click", addSource);
sources.addEventListener("click", (event) => {
  if (!event.target.matches(".remove")) return;
  event.target.closest(".source").remove();
  document.getElementById("add").focus();
  soon();
});
const now = new Date();
const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
published.value ||= day.map((part) => String(part).padStart(2, "0")).join("-");
if (text.value) soon(0); // the browser kept it
