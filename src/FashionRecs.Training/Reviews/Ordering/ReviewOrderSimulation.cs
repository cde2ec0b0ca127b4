using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews;
using FashionRecs.Domain.Reviews.Labels;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Reviews.Ordering;

/// <summary>
/// Compares the order that <see cref="ActiveLab"/> gives with a random one: photographs carry product words of which some are wrong, people
/// review one after the other and say what their labels say, and the heads are learned again from words and reviews. The score takes what
/// the queue has, too: what the network in use reads, which has not learned the words.
/// </summary>
internal sealed class ReviewOrderSimulation(AttributeVocabulary vocabulary, HeadFit fit, Heads start, ReviewOrderOptions options)
{
    private const string Words = "words";
    private const string Person = "person";

    /// <summary>One run over one division of the photographs.</summary>
    /// <param name="labelled">Photographs with people's labels.</param>
    /// <param name="attributes">Attributes to compare on.</param>
    /// <param name="byScore">True for ActiveLab's order, false for a random one.</param>
    /// <param name="seed">Of the division, the words and the random order: the same for both orders.</param>
    /// <param name="cancellation">Stops between fits.</param>
    /// <returns>Per attribute the share of held-out photographs that is answered right after each round.</returns>
    public double[][] Run(IReadOnlyList<TuningExample> labelled, IReadOnlyList<GarmentAttribute> attributes, bool byScore, int seed,
        CancellationToken cancellation)
    {
        var random = new Random(seed);
        TuningExample[] shuffled = [.. labelled];
        random.Shuffle(shuffled);
        var held = (int)(options.HeldOut * shuffled.Length);
        var (heldOut, pool) = (shuffled[..held], shuffled[held..]);
        var truths = attributes.Select(attribute => Array.ConvertAll(pool, one => Given(one, attribute))).ToArray();
        var words = attributes.Select((attribute, at) => Misread(truths[at], attribute.Values.Count, random)).ToArray();
        var queues = attributes.Select((_, at) => Shuffled(truths[at], random)).ToArray();
        var reviewed = attributes.Select(_ => new HashSet<int>()).ToArray();
        var right = attributes.Select(_ => new double[options.Rounds.Count]).ToArray();
        var said = byScore ? Array.ConvertAll(pool, one => fit.Probabilities(one.Features, start)) : null;
        for (var round = 0; round < options.Rounds.Count; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var at = 0; at < attributes.Count; at++)
            {
                var wanted = (int)Math.Round(options.Rounds[round] * queues[at].Length) - reviewed[at].Count;
                var order = said is null ? queues[at].AsEnumerable() : Scored(attributes[at], truths[at], words[at], reviewed[at], said);
                reviewed[at].UnionWith(order.Where(place => !reviewed[at].Contains(place)).Take(wanted).ToArray());
            }

            var heads = Fit(Known(pool, attributes, truths, words, reviewed));
            for (var at = 0; at < attributes.Count; at++)
            {
                right[at][round] = Right(heldOut, attributes[at], heads);
            }
        }

        return right;
    }

    /// <summary>Lowest score first; who has been reviewed is known.</summary>
    private static IEnumerable<int> Scored(GarmentAttribute attribute, int[] truth, int[] words, HashSet<int> reviewed, float[][] said)
    {
        AnnotatedExample[] examples = [.. Enumerable.Range(0, truth.Length).Select(place =>
            Example(attribute, truth, words, reviewed, said, place))];
        var lab = new ActiveLab(examples, attribute.Values.Count);
        return Enumerable.Range(0, truth.Length).Where(place => truth[place] >= 0).OrderBy(place => lab.Score(examples[place]));
    }

    private static AnnotatedExample Example(
        GarmentAttribute attribute, int[] truth, int[] words, HashSet<int> reviewed, float[][] said, int place)
    {
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        if (words[place] >= 0)
        {
            labels[Words] = words[place];
        }

        if (reviewed.Contains(place))
        {
            labels[Person] = truth[place];
        }

        var own = said[place].AsSpan(attribute.Start, attribute.Values.Count).ToArray();
        var sum = own.Sum();
        return new AnnotatedExample(labels, [.. own.Select(p => (double)p / sum)]);
    }

    /// <summary>What is known of the pool: the person's word where somebody looked, else the product's.</summary>
    private TuningExample[] Known(TuningExample[] pool, IReadOnlyList<GarmentAttribute> attributes, int[][] truths, int[][] words,
        HashSet<int>[] reviewed) => [.. pool.Select((one, place) =>
        {
            var letters = new LabelLetter[vocabulary.Values.Count];
            for (var at = 0; at < attributes.Count; at++)
            {
                var given = reviewed[at].Contains(place) ? truths[at][place] : words[at][place];
                foreach (var value in given < 0 ? [] : attributes[at].Values)
                {
                    letters[value.Index] = value.Position == given ? LabelLetter.Yes : LabelLetter.No;
                }
            }

            return one with { Letters = letters };
        })];

    private Heads Fit(TuningExample[] known) => fit.Run(known, start, [.. vocabulary.Attributes.Select(_ => options.Anchor)]);

    private double Right(TuningExample[] heldOut, GarmentAttribute attribute, Heads heads)
    {
        var cases = heldOut.Where(one => Given(one, attribute) >= 0).ToArray();
        return cases.Average(one => NetworkAnswer.Of(attribute,
            fit.Probabilities(one.Features, heads).AsSpan(attribute.Start, attribute.Values.Count).ToArray()).Position
            == Given(one, attribute) ? 1.0 : 0.0);
    }

    /// <summary>Product words: some of them say another value that occurs, as often as it occurs.</summary>
    private int[] Misread(int[] truth, int values, Random random)
    {
        var known = truth.Where(value => value >= 0).ToArray();
        return Array.ConvertAll(truth, value =>
        {
            if (value < 0 || random.NextDouble() >= options.WrongWords)
            {
                return value;
            }

            for (var tries = 0; tries < 100; tries++)
            {
                if (known[random.Next(known.Length)] is var other && other != value)
                {
                    return other;
                }
            }

            return (value + 1) % values;
        });
    }

    private static int[] Shuffled(int[] truth, Random random)
    {
        int[] places = [.. Enumerable.Range(0, truth.Length).Where(place => truth[place] >= 0)];
        random.Shuffle(places);
        return places;
    }

    private static int Given(TuningExample one, GarmentAttribute attribute)
    {
        for (var value = 0; value < attribute.Values.Count; value++)
        {
            if (one.Letters[attribute.Start + value] == LabelLetter.Yes)
            {
                return value;
            }
        }

        return -1;
    }
}
