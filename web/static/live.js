// Follows work on the server and loads the page again when there is something new to see.
// Without scripts the page loads itself again, or has a link for it.
"use strict";
const live = document.querySelector("[data-live]");

async function look() {
  try {
    const answer = await fetch(live.dataset.live, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok) throw new Error(answer.status);
    const now = await answer.json();
    show(now);
    if (now.is_done) return live.id ? replace() : location.reload();
  } catch {
    // The server may be starting again: keep asking.
  }
  return setTimeout(look, 800);
}

function show(now) {
  const bar = live.querySelector("progress");
  const words = live.querySelector("[data-words]");
  if (bar) bar.value = now.percent;
  if (words && words.textContent !== now.doing) words.textContent = now.doing;
  for (const step of live.querySelectorAll("[data-step]")) {
    if (step.dataset.step === now.state) step.setAttribute("aria-current", "step");
    else step.removeAttribute("aria-current");
  }
}

// Puts the new part in place without moving the person, who may be reading elsewhere on the page.
async function replace() {
  const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const old of [live, ...document.querySelectorAll("[data-fresh]")]) {
    const fresh = page.getElementById(old.id);
    if (fresh) old.innerHTML = fresh.innerHTML;
  }
}

if (live) setTimeout(look, 500);
