using FashionRecs.Application.Review.Learning;

namespace FashionRecs.Application.Jobs;

/// <summary>
/// Makes weights from what people reviewed, when somebody asks for it. Nothing is kept before all is measured, so one that was killed
/// begins anew; the same reviews give the same weights.
/// </summary>
public sealed class LearnFromReviewsJob(IEnumerable<IReviewLearner> learners, LearningNotes notes) : IJobKind
{
    /// <summary>Its name.</summary>
    public const string Kind = "learn-from-reviews";

    private readonly IReviewLearner? learner = learners.FirstOrDefault();

    /// <summary>What to ask for; there is one at a time.</summary>
    public static WantedJob Wanted { get; } = new(Kind, 1, "");

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string Title => "Learning from reviews";

    /// <inheritdoc/>
    public bool IsPossible => learner is not null;

    /// <inheritdoc/>
    public TimeSpan Every => LearningNotes.Every;

    /// <summary>Nobody learns unasked; looking is the sign of life that the page asks for.</summary>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation)
    {
        await notes.SayHereAsync(cancellation);
        return [];
    }

    /// <inheritdoc/>
    public async Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation)
    {
        if (learner is null)
        {
            throw new IOException("This program cannot learn; a worker of the command line can.");
        }

        var learned = await learner.LearnAsync(progress, cancellation);
        await notes.KeepAsync(learned.Sentence, cancellation);
    }
}
