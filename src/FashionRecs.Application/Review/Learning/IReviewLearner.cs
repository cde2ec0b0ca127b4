using FashionRecs.Application.Models;

namespace FashionRecs.Application.Review.Learning;

/// <summary>
/// Learns from what people reviewed. Only programs with the training build have one: the command line and its worker, not the web server.
/// </summary>
public interface IReviewLearner
{
    /// <summary>
    /// Tunes the weights in use on all learnable reviews, measures both on reviews held out, and keeps the new ones beside them.
    /// </summary>
    /// <param name="progress">Told how many pictures are read, of how many.</param>
    /// <param name="cancellation">Stops between pictures and heads; nothing is kept then.</param>
    /// <exception cref="InvalidDataException">There are too few reviews.</exception>
    Task<LearnedModel> LearnAsync(Action<int, int>? progress = null, CancellationToken cancellation = default);
}
