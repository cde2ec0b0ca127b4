namespace FashionRecs.Application.Jobs;

/// <summary>Told what a worker does.</summary>
public interface IJobLog
{
    /// <summary>A job was taken.</summary>
    void Began(Job job);

    /// <summary>A job is done.</summary>
    void Ended(Job job);

    /// <summary>A job did not succeed.</summary>
    /// <param name="job">The job.</param>
    /// <param name="reason">Why, in a sentence.</param>
    /// <param name="pause">After how long it is tried again; null where it was given up.</param>
    /// <param name="exception">What nobody foresaw; null where the sentence says it all.</param>
    void Failed(Job job, string reason, TimeSpan? pause, Exception? exception);

    /// <summary>No job can be taken for a while.</summary>
    void Waits(string reason, Exception? exception);
}
