using System.Numerics.Tensors;
using FashionRecs.Recommenders.Pictures;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Attentive multi-view learning (Gao, Wang, Wang, Xie: Explainable recommendation through attentive multi-view learning, AAAI 2019), the
/// regions of the attributes being the views: each view v scores by itself, <c>s_v = p_uv·(q_iv + E_v f_iv)</c>, an attention per customer
/// weighs the views, <c>a_u = views · softmax(c + w·p_u)</c>, and the score is <c>b_i + Σ a_uv s_v</c>. Learned by pairs; every view is
/// also held to order the pair by itself, which is what the paper's regularization across views is for.
/// </summary>
public sealed class AttentiveViews : IExplainedRecommender
{
    private readonly AttentiveViewsOptions options;
    private readonly float[]?[][] pictures; // (views, products, features)
    private readonly int views;
    private readonly int width;
    private float[] customers = [];  // (customers, views · factors)
    private float[] items = [];      // (products, views · factors); after learning with E f added
    private float[] projections = []; // (views · factors, features)
    private float[] attend = [];     // (views, factors): w
    private float[] favour = [];     // (views): c
    private float[] biases = [];

    /// <param name="features">Regions of the products' pictures.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentException">The features hold no regions.</exception>
    public AttentiveViews(PictureFeatureTable features, AttentiveViewsOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfZero(features.Regions.Count);
        this.options = options;
        Views = [.. features.Regions.Keys];
        pictures = [.. features.Regions.Values];
        views = pictures.Length;
        width = views * options.Factors;
    }

    /// <inheritdoc/>
    public string Name => "attentive views";

    /// <summary>The attributes' codes, in the order of the shares.</summary>
    public IReadOnlyList<string> Views { get; }

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var random = new Random(options.Seed);
        customers = Factors.Start(history.Customers.Count * width, random);
        items = Factors.Start(history.Products.Count * width, random);
        projections = Factors.Start(width * PictureFeatureTable.Size, random);
        attend = Factors.Start(width, random);
        favour = new float[views];
        biases = new float[history.Products.Count];
        PurchaseTriples.Draw(history, options.Epochs, random, Step);
        var look = new float[options.Factors];
        for (var item = 0; item < biases.Length; item++)
        {
            for (var view = 0; view < views; view++)
            {
                if (pictures[view][item] is { } picture)
                {
                    Factors.Project(Projection(view), picture, look);
                    Factors.Move(Part(items, item, view), 1, look, 1);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        float[] taste = [];
        if (customer.Index >= 0)
        {
            var attention = Attention(customer);
            taste = Factors.Row(customers, customer.Index, width).ToArray();
            for (var place = 0; place < width; place++)
            {
                taste[place] *= attention[place / options.Factors];
            }
        }

        Factors.Score(biases, taste, items, scores);
    }

    /// <inheritdoc/>
    public float[][] Shares(CustomerHistory customer)
    {
        var shares = new float[views][];
        var attention = customer.Index < 0 ? new float[views] : Attention(customer);
        for (var view = 0; view < views; view++)
        {
            shares[view] = new float[biases.Length];
            for (var item = 0; item < biases.Length && customer.Index >= 0; item++)
            {
                shares[view][item] =
                    attention[view] * TensorPrimitives.Dot<float>(Part(customers, customer.Index, view), Part(items, item, view));
            }
        }

        return shares;
    }

    /// <summary>How much a customer looks at each view; at least 0, 1 on average.</summary>
    public float[] Attention(CustomerHistory customer)
    {
        var attention = new float[views];
        Attend(customer.Index, attention);
        return attention;
    }

    private void Attend(int customer, Span<float> attention)
    {
        for (var view = 0; view < views; view++)
        {
            attention[view] = favour[view] + TensorPrimitives.Dot<float>(Attend(view), Part(customers, customer, view));
        }

        TensorPrimitives.SoftMax(attention, attention);
        TensorPrimitives.Multiply(attention, views, attention);
    }

    private void Step(int customer, int bought, int other)
    {
        var size = PictureFeatureTable.Size;
        Span<float> attention = stackalloc float[views];
        Span<float> apart = stackalloc float[views];
        Span<float> styles = stackalloc float[width];
        Span<float> looks = stackalloc float[views * size];
        Attend(customer, attention);
        for (var view = 0; view < views; view++)
        {
            var look = looks.Slice(view * size, size);
            var style = styles.Slice(view * options.Factors, options.Factors);
            Look(view, bought, other, look);
            Factors.Project(Projection(view), look, style);
            TensorPrimitives.Add(style, Part(items, bought, view), style);
            TensorPrimitives.Subtract(style, Part(items, other, view), style);
            apart[view] = TensorPrimitives.Dot<float>(Part(customers, customer, view), style);
        }

        var whole = TensorPrimitives.Dot<float>(attention, apart);
        var pull = Factors.Pull(biases[bought] - biases[other] + whole);
        var keep = 1 - (options.Rate * options.Penalty);
        biases[bought] = (biases[bought] * keep) + (options.Rate * pull);
        biases[other] = (biases[other] * keep) - (options.Rate * pull);
        for (var view = 0; view < views; view++)
        {
            var taste = Part(customers, customer, view);
            var factor = (pull * attention[view]) + (options.Agreement * Factors.Pull(apart[view]));
            var slope = pull * attention[view] * (apart[view] - (whole / views));
            Factors.Move(Part(items, bought, view), keep, taste, options.Rate * factor);
            Factors.Move(Part(items, other, view), keep, taste, -options.Rate * factor);
            for (var row = 0; row < options.Factors; row++)
            {
                var line = Factors.Row(projections, (view * options.Factors) + row, size);
                Factors.Move(line, 1, looks.Slice(view * size, size), options.SharedRate * factor * taste[row]);
            }

            favour[view] += options.SharedRate * slope;
            Factors.Move(taste, keep, Attend(view), options.Rate * slope);
            Factors.Move(Attend(view), 1, taste, options.SharedRate * slope);
            Factors.Move(taste, 1, styles.Slice(view * options.Factors, options.Factors), options.Rate * factor);
        }
    }

    /// <summary>The difference of two products' regions; a region that is not shown is 0.</summary>
    private void Look(int view, int bought, int other, Span<float> look)
    {
        look.Clear();
        if (pictures[view][bought] is { } wanted)
        {
            TensorPrimitives.Add(look, wanted, look);
        }

        if (pictures[view][other] is { } left)
        {
            TensorPrimitives.Subtract(look, left, look);
        }
    }

    private Span<float> Attend(int view) => Factors.Row(attend, view, options.Factors);

    private Span<float> Projection(int view) => Factors.Row(projections, view, options.Factors * PictureFeatureTable.Size);

    private Span<float> Part(float[] matrix, int row, int view) => Factors.Row(matrix, (row * views) + view, options.Factors);
}
