namespace FashionRecs.Domain.Reviews.Labels;

/// <summary>A label that is probably wrong.</summary>
/// <param name="Example">Index of the example.</param>
/// <param name="Given">The label it carries.</param>
/// <param name="Likelier">The class it confidently belongs to.</param>
/// <param name="Margin">p(likelier) − p(given); the larger the surer.</param>
public sealed record LabelIssue(int Example, int Given, int Likelier, float Margin);
