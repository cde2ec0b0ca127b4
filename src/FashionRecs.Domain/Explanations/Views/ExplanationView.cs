using System.Text.Json.Serialization;

namespace FashionRecs.Domain.Explanations.Views;

/// <summary>
/// A way of explaining a recommendation. It decides all that is shown of why; the ranking does not depend on it. Each is a sealed class of
/// its own in this folder, without parameters, and <see cref="ExplanationViews"/> finds it there. Two of the same class are equal.
/// Immutable.
/// </summary>
[JsonConverter(typeof(ExplanationViewConverter))]
public abstract record ExplanationView
{
    /// <summary>Heading of an explanation that has words or contributions.</summary>
    protected const string WhyThis = "Why this";

    /// <summary>Names the view in stored experiments, exposures and exports; never changes, whatever the class is called.</summary>
    public abstract string Code { get; }

    /// <summary>What researchers call it, for example "Words only".</summary>
    public abstract string Name { get; }

    /// <summary>What it shows, in one or two sentences for researchers.</summary>
    public abstract string Description { get; }

    /// <summary>Whether it explains in words, true or not.</summary>
    public abstract bool HasWords { get; }

    /// <summary>Whether its words are why a product is recommended.</summary>
    public virtual bool SaysWhy => HasWords;

    /// <summary>
    /// Whether other parts of the page, such as titles of rows, may say why. Not beside a view that keeps it back, nor beside one that says
    /// something else.
    /// </summary>
    public virtual bool LetsPageSayWhy => SaysWhy;

    /// <summary>What to show of an explanation.</summary>
    /// <param name="subject">The product, why it is recommended, and to whom.</param>
    public ComposedExplanation Compose(ExplanationSubject subject) =>
        (SaysOtherEvidence ? subject.Said : subject.Reasons).Count > 0 ? Explain(subject) : WithoutReason(subject);

    /// <summary>Whether it says what counts beside the picture, too.</summary>
    protected virtual bool SaysOtherEvidence => false;

    /// <summary>What to show where there is a reason good enough to be said.</summary>
    protected abstract ComposedExplanation Explain(ExplanationSubject subject);

    /// <summary>What to show where there is none: nothing, so that arms stay comparable, unless a view says otherwise.</summary>
    protected virtual ComposedExplanation WithoutReason(ExplanationSubject subject) => new(this);

    /// <inheritdoc/>
    public sealed override string ToString() => Code;
}
