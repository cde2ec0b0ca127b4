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
    private readonly Lock gate = new();
    private readonly Dictionary<string, Answer> answers = new(StringComparer.Ordinal);
    private readonly Queue<Answer> order = new();
    private long held;

    /// <summary>Bytes of the bodies that are remembered.</summary>
    public long Held
    {
        get
        {
            lock (gate)
            {
                return held;
            }
        }
    }

    /// <summary>
    /// The answer of that name. One that is new is the caller's to give: with <see cref="Keep"/>, or with <see cref="Forget"/> where there
    /// is none.
    /// </summary>
    /// <param name="name">What it is known by.</param>
    /// <param name="asked">What is asked for, to tell another request of the same name.</param>
    /// <param name="isNew">Whether nobody asked before, or so long ago that it is forgotten.</param>
    public Answer Find(string name, string asked, out bool isNew)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (answers.TryGetValue(name, out var known))
            {
                if (known.Until >= now)
                {
                    isNew = false;
                    return known;
                }

                Drop(known);
            }

            isNew = true;
            var mine = answers[name] = new Answer(name, asked, now + kept);
            order.Enqueue(mine);
            Trim();
            return mine;
        }
    }

    /// <summary>Remembers what was answered, and forgets the oldest where that is too much.</summary>
    public void Keep(Answer answer, int status, string? type, byte[] body)
    {
        lock (gate)
        {
            if (IsRemembered(answer)) // It may have been forgotten while it was being given.
            {
                answer.Done = new Given(status, type, body);
                held += body.Length;
            }

            Trim();
        }
    }

    /// <summary>Forgets an answer; who asks again is answered anew.</summary>
    public void Forget(Answer answer)
    {
        lock (gate)
        {
            Drop(answer);
        }
    }

    private bool IsRemembered(Answer answer) => answers.GetValueOrDefault(answer.Name) == answer;

    private void Trim()
    {
        while ((order.Count > most || held > mostBytes) && order.TryDequeue(out var oldest))
        {
            Drop(oldest);
        }
    }

    private void Drop(Answer answer)
    {
        if (IsRemembered(answer))
        {
            answers.Remove(answer.Name);
            held -= answer.Done?.Body.Length ?? 0;
        }
    }

    /// <summary>What was answered, or is being answered at the moment.</summary>
    public sealed class Answer(string name, string asked, DateTimeOffset until)
    {
        private volatile Given? done;

        /// <summary>What it is known by.</summary>
        public string Name => name;

        /// <summary>What was asked for.</summary>
        public string Asked => asked;

        /// <summary>Until when it is remembered.</summary>
        public DateTimeOffset Until => until;

        /// <summary>The answer; null while there is none.</summary>
        public Given? Done
        {
            get => done;
            internal set => done = value;
        }
    }

    /// <summary>An answer as it was sent.</summary>
    /// <param name="Status">Its status.</param>
    /// <param name="Type">Its kind of content; null for none.</param>
    /// <param name="Body">Its bytes.</param>
    public sealed record Given(int Status, string? Type, byte[] Body);
}
