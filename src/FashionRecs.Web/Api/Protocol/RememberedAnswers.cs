using System.Collections.Concurrent;

namespace FashionRecs.Web.Api.Protocol;

/// <summary>
/// The last answers by name, so many and so large that they hold a bounded number of bytes: the oldest are forgotten first. Safe to share
/// between threads.
/// </summary>
/// <param name="most">How many are remembered.</param>
/// <param name="mostBytes">Bytes that their bodies may hold together.</param>
/// <param name="kept">How long each is remembered.</param>
/// <param name="time">The clock.</param>
public sealed class RememberedAnswers(int most, long mostBytes, TimeSpan kept, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Answer> answers = new();
    private readonly ConcurrentQueue<Answer> order = new();
    private long held;

    /// <summary>Bytes of the bodies that are remembered.</summary>
    public long Held => Interlocked.Read(ref held);

    /// <summary>
    /// The answer of that name. One that is new is the caller's to give: with <see cref="Keep"/>, or with <see cref="Forget"/> where there
    /// is none.
    /// </summary>
    /// <param name="name">What it is known by.</param>
    /// <param name="asked">What is asked for, to tell another request of the same name.</param>
    /// <param name="isNew">Whether nobody asked before, or so long ago that it is forgotten.</param>
    public Answer Find(string name, string asked, out bool isNew)
    {
        var mine = new Answer(name, asked, time.GetUtcNow() + kept);
        var known = answers.GetOrAdd(name, mine);
        if (known != mine && known.Until < time.GetUtcNow() && answers.TryUpdate(name, mine, known))
        {
            Discount(known);
            known = mine;
        }

        isNew = known == mine;
        if (isNew)
        {
            order.Enqueue(mine);
            Trim();
        }

        return known;
    }

    /// <summary>Remembers what was answered, and forgets the oldest where that is too much.</summary>
    public void Keep(Answer answer, int status, string? type, byte[] body)
    {
        answer.SetSize(body.Length);
        Interlocked.Add(ref held, body.Length);
        answer.Done = (status, type, body);
        if (!answers.TryGetValue(answer.Name, out var known) || known != answer)
        {
            Discount(answer); // It was forgotten while it was being given.
        }

        Trim();
    }

    /// <summary>Forgets an answer; who asks again is answered anew.</summary>
    public void Forget(Answer answer)
    {
        answers.TryRemove(KeyValuePair.Create(answer.Name, answer));
        Discount(answer);
    }

    private void Trim()
    {
        while ((order.Count > most || Held > mostBytes) && order.TryDequeue(out var oldest))
        {
            Forget(oldest);
        }
    }

    private void Discount(Answer answer) => Interlocked.Add(ref held, -answer.TakeSize());

    /// <summary>What was answered, or is being answered at the moment.</summary>
    public sealed class Answer(string name, string asked, DateTimeOffset until)
    {
        private long size;

        /// <summary>What it is known by.</summary>
        public string Name => name;

        /// <summary>What was asked for.</summary>
        public string Asked => asked;

        /// <summary>Until when it is remembered.</summary>
        public DateTimeOffset Until => until;

        /// <summary>The answer; null while there is none.</summary>
        public (int Status, string? Type, byte[] Body)? Done { get; internal set; }

        internal void SetSize(long bytes) => Interlocked.Exchange(ref size, bytes);

        /// <summary>What it adds to the whole; 0 from the second time on.</summary>
        internal long TakeSize() => Interlocked.Exchange(ref size, 0);
    }
}
