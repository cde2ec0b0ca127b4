namespace FashionRecs.Application.Jobs;

/// <summary>Where a job stands; kept by its name.</summary>
public enum JobState
{
    /// <summary>Waits for its time, or for somebody who has nothing else to do.</summary>
    Waiting,

    /// <summary>Somebody works on it, or was killed while they did.</summary>
    Running,

    /// <summary>It was tried often enough; a person has to look.</summary>
    Failed,

    /// <summary>It is done.</summary>
    Done,
}
