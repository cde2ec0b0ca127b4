namespace FashionRecs.Application.Jobs;

/// <summary>
/// A kind of work behind the pages: adding one is adding one class and registering it. Whoever was killed in the middle begins again, so
/// it has to go on from what is stored. Safe to share between threads.
/// </summary>
public interface IJobKind
{
    /// <summary>What it is called in the database; never changed.</summary>
    string Name { get; }

    /// <summary>Goes up where subjects of before can no longer be understood; jobs of before are given up with a sentence.</summary>
    int Version { get; }

    /// <summary>What people call it, for example "Import of a list".</summary>
    string Title { get; }

    /// <summary>Whether web servers do it themselves, since it hangs on their settings and is soon done.</summary>
    bool IsOfServer => false;

    /// <summary>Whether this program has what the work needs; where it has not, others do it.</summary>
    bool IsPossible => true;

    /// <summary>How often somebody looks whether there is something to do that nobody asked for.</summary>
    TimeSpan Every { get; }

    /// <summary>Subjects for which there is something to do; cheap, since it is asked often.</summary>
    Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation);

    /// <summary>Does it.</summary>
    /// <param name="subject">What it is done to.</param>
    /// <param name="progress">Told how much is done, and how much there is to do (0 where nobody knows).</param>
    /// <param name="cancellation">Stops where the program ends or somebody else has taken the job over.</param>
    /// <exception cref="IOException">Something stood in the way; it is tried again after a while.</exception>
    /// <exception cref="InvalidDataException">It can never be done as it was asked for; the message says why.</exception>
    Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation);
}
