namespace FashionRecs.Web.Accounts.Circuits;

/// <summary>
/// Lets the acts of one circuit begin in the order in which they came, however long what has to be known before each of them takes. Without
/// it a letter whose check came back late would be written over the ones typed after it. How long an act then takes makes no other wait.
/// Safe to share between threads.
/// </summary>
/// <param name="most">How many may wait; what comes beyond is dropped.</param>
public sealed class CircuitTurns(int most)
{
    private readonly Lock access = new();
    private Task last = Task.CompletedTask;
    private int waiting;

    /// <summary>Does an act in its turn.</summary>
    /// <param name="isAllowed">Whether it may be done; asked in its turn.</param>
    /// <param name="act">The act.</param>
    public async Task RunAsync(Func<Task<bool>> isAllowed, Func<Task> act)
    {
        // Its continuations must not run within this act.
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (access)
        {
            if (waiting >= most)
            {
                return;
            }

            waiting++;
            (before, last) = (last, turn.Task);
        }

        Task? begun = null;
        try
        {
            await before;
            if (await isAllowed())
            {
                begun = act();
            }
        }
        finally
        {
            lock (access)
            {
                waiting--;
            }

            turn.SetResult();
        }

        if (begun is not null)
        {
            await begun;
        }
    }
}
