namespace FashionRecs.Experiments.Lab;

/// <summary>Somebody with a link to a study. Immutable; <see cref="ParticipantActions"/> make the next state.</summary>
public sealed record Participant
{
    /// <summary>Number of the link, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The shopper that they are in the study, apart from whoever they are in the shop.</summary>
    public required Guid Unit { get; init; }

    /// <summary>They were the how many-th to agree, from 0, which decides their order of arms; null before.</summary>
    public int? Place { get; init; }

    /// <summary>Index of where they are among the study's steps.</summary>
    public int Step { get; init; }

    /// <summary>When they came to each step, as far as they came; the first entry is when they agreed, at step 1.</summary>
    public IReadOnlyList<DateTimeOffset> Reached { get; init; } = [];

    /// <summary>The device on which they agreed.</summary>
    public string? Device { get; init; }

    /// <summary>Whether they were seen on another device, too.</summary>
    public bool OnTwoDevices { get; init; }

    /// <summary>Whether they read what the study is and did not want to take part.</summary>
    public bool Declined { get; init; }

    /// <summary>Whether they took back their agreement; nothing else of them is kept then.</summary>
    public bool Withdrew { get; init; }

    /// <summary>Whether it was so long ago that what they said is kept no longer.</summary>
    public bool Expired { get; init; }

    /// <summary>What they answered.</summary>
    public IReadOnlyList<LabAnswer> Answers { get; init; } = [];

    /// <summary>What else they wanted to say; for the researchers alone.</summary>
    public string Comment { get; init; } = "";

    /// <summary>Whether they agreed, did not take it back, and what they said is still kept.</summary>
    public bool TakesPart => Place is not null && !Withdrew && !Expired;

    /// <summary>When they came to a step; null where they did not.</summary>
    public DateTimeOffset? ReachedAt(int step) => step >= 1 && step <= Reached.Count ? Reached[step - 1] : null;

    /// <summary>Answers to the statements of one questionnaire, by key, without those who would rather not say.</summary>
    public IReadOnlyDictionary<string, int> Said(int part) => Answers.Where(answer => answer.Part == part && answer.Value is not null)
        .ToDictionary(answer => answer.Item, answer => answer.Value!.Value);
}
