// Hands files in, a few at a time, each again until it has arrived. Folders may be dropped too.
import { persist } from "./outbox.js";

const together = 4;
const patience = 3000;
const headers = { "X-Requested-With": "fashionrecs" };
const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));

const walk = async entry => {
  if (entry.isFile) return [[entry.fullPath.replace(/^\//, ""), await new Promise((done, failed) => entry.file(done, failed))]];
  const reader = entry.createReader();
  const found = [];
  // A folder is read in portions; an empty one is the end.
  for (let part; (part = await new Promise((done, failed) => reader.readEntries(done, failed))).length > 0;) {
    for (const child of part) found.push(...await walk(child));
  }
  return found;
};

// A full disk is waited for, however long: nobody should have to choose ten thousand files again.
const send = (url, options, tell) => persist(async () => {
  const answer = await fetch(url, { ...options, headers });
  if (answer.ok && !answer.redirected) { tell(""); return answer; }
  const problem = answer.redirected ? "Sign in again and retry." : (await answer.json().catch(() => ({}))).detail ?? `The server answered ${answer.status}.`;
  const full = answer.status === 507;
  if (full) tell(`${problem} The rest waits here and goes on by itself.`);
  throw Object.assign(new Error(problem), { answered: answer.status < 500, patience: full ? patience : 0 });
});

const handIn = async (zone, files) => {
  const [bar, text, error] = ["progress", "[data-progress-text]", "[data-drop-error]"].map(selector => zone.querySelector(selector));
  if (files.length === 0 || zone.dataset.busy) return;
  zone.dataset.busy = "true";
  zone.querySelector("[data-progress]").hidden = false;
  const tell = words => { if (error.textContent !== words) error.textContent = words; };
  tell("");
  try {
    const title = files.length === 1 ? files[0][0] : `${files[0][0]} and ${files.length - 1} more`;
    const { id } = await (await send(`/merchandising/import/begin?name=${encodeURIComponent(title)}`, { method: "POST" }, tell)).json();
    const refused = [];
    const largest = Number(zone.dataset.largest);
    let [next, done] = [0, 0];
    bar.max = files.length;
    const work = async () => {
      while (next < files.length) {
        const [name, file] = files[next++];
        // One file that cannot be handed in does not stop the others.
        try {
          // A picture that is too large is not sent at all; the server judges it by its size and keeps that it was refused.
          const body = file.size > (/\.(zip|csv|tsv|tab|txt|dat|xml|rss|xlsx|xlsm|xlsb|xls|ods|numbers)$/i.test(name) ? Infinity : largest) ? null : file;
          await send(`/merchandising/import/${id}/file?name=${encodeURIComponent(name)}&size=${file.size}`, { method: "PUT", body }, tell);
        } catch (problem) {
          refused.push(`${name}: ${problem.message}`);
          if (!problem.answered) await send(`/merchandising/import/${id}/file?name=${encodeURIComponent(name)}&unread=true`, { method: "PUT" }, tell).catch(() => {});
        }
        bar.value = ++done;
        // Said a hundred times at most, not ten thousand times.
        if (done % Math.ceil(files.length / 100) === 0 || done === files.length) text.textContent = `${done} of ${files.length} files handed in`;
      }
    };
    await Promise.all(Array.from({ length: together }, work));
    await send(`/merchandising/import/${id}/read`, { method: "POST" }, tell);
    if (refused.length > 0) {
      // The next page lists all of them; this is for whoever looks here.
      tell(refused.slice(0, 5).join(" ") + (refused.length > 5 ? ` and ${refused.length - 5} more.` : ""));
      await wait(2000);
    }
    location.assign(`/merchandising/import/${id}`);
  } catch (problem) {
    tell(problem.message);
  } finally { delete zone.dataset.busy; }
};

export const start = () => {
  const zone = document.querySelector("[data-drop]");
  if (!zone) return;
  const chosen = list => [...list].map(file => [file.webkitRelativePath || file.name, file]);
  zone.querySelector("[data-files]").addEventListener("change", event => handIn(zone, chosen(event.target.files)));
  zone.addEventListener("dragover", event => { event.preventDefault(); zone.dataset.over = "true"; });
  zone.addEventListener("dragleave", () => { delete zone.dataset.over; });
  zone.addEventListener("drop", async event => {
    event.preventDefault();
    delete zone.dataset.over;
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = entries.length > 0 ? (await Promise.all(entries.map(walk))).flat() : chosen(event.dataTransfer.files);
    handIn(zone, files);
  });
  zone.dataset.dropReady = "true";
};
