using Jint;
using Jint.Native;

namespace FashionRecs.Web.Tests.Scripts;

/// <summary>The part of the scripts that touches no page, run by an interpreter: it needs neither a browser nor Node.</summary>
public sealed class OutboxTests : IDisposable
{
    private readonly Engine engine;

    public OutboxTests()
    {
        engine = new Engine(options => options.EnableModules(Path.Combine(Checkout(), "wwwroot-assets", "js")));
        engine.Modules.Add("world", """
            import * as outbox from "./outbox.js";
            Object.assign(globalThis, outbox);
            // A store, a server and a clock. The server takes what it is told to; the clock goes on when it is asked.
            globalThis.crypto = { getRandomValues: bytes => bytes.fill(7) };
            globalThis.world = () => {
              const world = { kept: {}, broken: false, sent: [], answers: [], timers: [], settled: [], rested: [] };
              world.store = () => ({
                getItem: key => world.kept[key] ?? null,
                setItem: (key, text) => { if (world.broken) throw new Error("full"); world.kept[key] = text; },
              });
              world.options = {
                key: "box", store: world.store,
                deliver: async messages => {
                  world.sent.push(messages.map(message => message.id).join("+"));
                  const answer = world.answers.shift() ?? true;
                  if (answer === "lost") throw new Error("offline");
                  return answer;
                },
                settled: (waiting, sent) => world.settled.push(`${waiting.length}/${sent.length}`),
                rested: waiting => world.rested.push(waiting.length),
                later: (act, milliseconds) => { world.timers.push({ act, milliseconds }); return world.timers.length - 1; },
                never: timer => { if (timer !== null) world.timers[timer].act = null; },
              };
              // Lets everything that waits for a promise go on.
              world.settle = async () => { for (let turn = 0; turn < 50; turn++) await null; };
              world.tick = async () => { await world.timers.at(-1).act?.(); await world.settle(); };
              return world;
            };
            """);
        engine.Modules.Import("world");
    }

    public void Dispose() => engine.Dispose();

    [Fact]
    public void Add_ShopTakesIt_IsSentOnceAndForgotten() => Assert.Equal("a,b | 0/1,0/1 | 0 | []", Run("""
        const box = createOutbox(w.options);
        box.add({ id: "a" }); await w.settle(); box.add({ id: "b" }); await w.settle();
        return [w.sent, w.settled, box.waiting().length, w.kept.box].join(" | ");
        """));

    [Fact]
    public void Add_ConnectionLost_IsKeptAndSentAgainOnceItIsBack() => Assert.Equal("1 | 2000 | a,a | 0", Run("""
        const box = createOutbox(w.options);
        w.answers = ["lost"];
        box.add({ id: "a" }); await w.settle();
        const [kept, pause] = [box.waiting().length, w.timers[0].milliseconds];
        await w.tick();
        return [kept, pause, w.sent, box.waiting().length].join(" | ");
        """));

    [Fact]
    public void Send_TroubleLasts_WaitsTwiceAsLongEachTimeAndAtMostSoLong() => Assert.Equal("2000,4000,8000,8000 | 2000", Run("""
        const box = createOutbox(w.options);
        w.answers = [false, "lost", false, false];
        box.add({ id: "a" }); await w.settle();
        for (let again = 0; again < 3; again++) await w.tick();
        const pauses = w.timers.map(timer => timer.milliseconds).join();
        await w.tick(); // It works, and the next trouble begins anew.
        w.answers = [false];
        box.add({ id: "b" }); await w.settle();
        return [pauses, w.timers.at(-1).milliseconds].join(" | ");
        """));

    [Fact]
    public void Add_WhileAnotherIsUnderWay_FollowsItInOrder() => Assert.Equal("a,b,c", Run("""
        const box = createOutbox(w.options);
        box.add({ id: "a" }); box.add({ id: "b" }); box.add({ id: "c" }); await w.settle();
        return w.sent.join();
        """));

    [Fact]
    public void Add_SomethingNewDuringAPause_DoesNotWaitForItsEnd() => Assert.Equal("a,a,b | none", Run("""
        const box = createOutbox(w.options);
        w.answers = ["lost"];
        box.add({ id: "a" }); await w.settle();
        box.add({ id: "b" }); await w.settle();
        return [w.sent.join(), w.timers[0].act === null ? "none" : "one still rings"].join(" | ");
        """));

    [Fact]
    public void Add_SameIdTwice_IsKeptOnce() => Assert.Equal("1 | a", Run("""
        const box = createOutbox(w.options);
        w.answers = [false];
        box.add({ id: "a", kind: "like" }); box.add({ id: "a", kind: "like" });
        const kept = box.waiting().length; await w.settle();
        return [kept, w.sent.join()].join(" | ");
        """));

    [Fact]
    public void Send_Batches_HoldAtMostSoMany() => Assert.Equal("a,b+c,d | 3/1,1/2,0/1", Run("""
        const box = createOutbox({ ...w.options, batch: 2 });
        for (const id of ["a", "b", "c", "d"]) box.add({ id });
        await w.settle();
        return [w.sent.join(), w.settled.join()].join(" | ");
        """));

    [Fact]
    public void Add_MoreThanFit_GivesUpTheOldest() => Assert.Equal("b,c", Run("""
        w.answers = [false, false, false];
        const box = createOutbox({ ...w.options, most: 2 });
        for (const id of ["a", "b", "c"]) { box.add({ id }); await w.settle(); }
        return box.waiting().map(message => message.id).join();
        """));

    [Fact]
    public void Waiting_FromBeforeTheLoad_IsSentByTheNextPage() => Assert.Equal("old,new | 0", Run("""
        w.kept.box = JSON.stringify([{ id: "old" }]);
        const box = createOutbox(w.options);
        box.add({ id: "new" }); await w.settle();
        return [w.sent.join(), box.waiting().length].join(" | ");
        """));

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("17")]
    [InlineData("{}")]
    public void Waiting_StoreHoldsNoList_IsEmptyAndGoesOn(string text) => Assert.Equal("0 | a", Run($$"""
        w.kept.box = {{System.Text.Json.JsonSerializer.Serialize(text)}};
        const box = createOutbox(w.options);
        const before = box.waiting().length;
        box.add({ id: "a" }); await w.settle();
        return [before, w.sent.join()].join(" | ");
        """));

    [Fact]
    public void Add_StoreTakesNothing_LivesAsLongAsThePage() => Assert.Equal("1 | a,a | 0", Run("""
        w.broken = true;
        w.answers = ["lost"];
        const box = createOutbox(w.options);
        box.add({ id: "a" }); await w.settle();
        const kept = box.waiting().length;
        await w.tick();
        return [kept, w.sent.join(), box.waiting().length].join(" | ");
        """));

    [Fact]
    public void NewId_WithoutRandomUuid_IsAVersionFourUuid()
    {
        var id = Run("let next = 0; return newId({ getRandomValues: bytes => { bytes[0] = next += 37; return bytes; } });");

        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id);
        Assert.NotEqual(id, Run("let next = 100; return newId({ getRandomValues: bytes => { bytes[0] = next += 41; return bytes; } });"));
        Assert.Equal("made by the browser", Run("return newId({ randomUUID: () => 'made by the browser' });"));
    }

    [Theory]
    [InlineData("(max-width: 760px)", "phone")]
    [InlineData("(hover: none)", "tablet")]
    [InlineData("nothing", "desktop")]
    public void Device_Screen_IsNamed(string matching, string expected) =>
        Assert.Equal(expected, Run($"return device(query => query === '{matching}');"));

    [Theory]
    [InlineData(204, true)]
    [InlineData(400, true)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public void Post_Answer_IsFinalUnlessTheServerIsInTrouble(int status, bool final) => Assert.Equal($"{final.ToString().ToLowerInvariant()} | POST /clicks [1] fashionrecs", Run($$"""
        let asked = "";
        const done = await post("/clicks", [1], async (url, options) => {
          asked = `${options.method} ${url} ${options.body} ${options.headers["X-Requested-With"]}`;
          return { status: {{status}}, ok: {{status}} < 300 };
        });
        return [done, asked].join(" | ");
        """));

    [Fact]
    public void Persist_Trouble_IsTriedFiveTimesWithLongerPauses() =>
        Assert.Equal("5 | 500,1000,1500,2000 | broken", Run(Persisting("throw new Error('broken')")));

    [Fact]
    public void Persist_Refusal_IsFinalAtOnce() =>
        Assert.Equal("1 |  | no", Run(Persisting("throw Object.assign(new Error('no'), { answered: true })")));

    [Fact]
    public void Persist_FullDisk_IsWaitedForHoweverOften() => Assert.Equal(
        "9 | 3000,3000,3000,3000,3000,3000,3000,3000 | done",
        Run(Persisting("if (tries < 9) throw Object.assign(new Error('full'), { patience: 3000 }); return 'done'")));

    private static string Persisting(string attempt) => $$"""
        let tries = 0; const waits = [];
        const end = await persist(async () => { tries++; {{attempt}}; }, { wait: async milliseconds => { waits.push(milliseconds); } }).catch(problem => problem.message);
        return [tries, waits.join(), end].join(" | ");
        """;

    /// <summary>Runs the body of an async function that has a world <c>w</c>; returns what it returns, as text.</summary>
    private string Run(string body)
    {
        var value = engine.Evaluate($"(async () => {{ const w = world(); {body} }})()").UnwrapIfPromise();
        return value.IsString() ? value.AsString() : value.ToString();
    }

    private static string Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FashionRecs.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run from a checkout.");
    }
}
