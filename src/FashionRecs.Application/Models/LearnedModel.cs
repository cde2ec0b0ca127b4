namespace FashionRecs.Application.Models;

/// <summary>What came of learning.</summary>
/// <param name="Fingerprint">Of the new weights, which are kept but not in use; null where no head would get surely better.</param>
/// <param name="Products">How many products were learned from and measured on.</param>
/// <param name="Report">Before and after, per attribute.</param>
public sealed record LearnedModel(string? Fingerprint, int Products, LearningReport Report)
{
    /// <summary>In one sentence.</summary>
    public string Sentence => Fingerprint is null
        ? $"{Products} reviewed products were looked at; no attribute would surely get better, so the weights stay as they are."
        : $"Made {Fingerprint} from {Products} reviewed products.";
}
